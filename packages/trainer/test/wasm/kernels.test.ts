import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedFile, generateKernels } from "../../assembly/build.ts";

test("the kernels in the repository are those of the sources", async () => {
  expect((await generateKernels()) === readFileSync(generatedFile, "utf8")).toBe(true);
});
