import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  generatedFile,
  generatedTapeFile,
  generateKernels,
  generateTapeKernels,
} from "../../../assembly/build.ts";

test("the kernels in the repository are those of the sources", async () => {
  expect((await generateKernels()) === readFileSync(generatedFile, "utf8")).toBe(true);
  expect((await generateTapeKernels()) === readFileSync(generatedTapeFile, "utf8")).toBe(true);
});
