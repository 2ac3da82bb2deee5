import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedFile, generateKernels } from "../assembly/build.ts";
import { kernels } from "../src/gen/kernels.ts";

test("the kernels in the repository are those of the sources", async () => {
  expect(await generateKernels()).toBe(readFileSync(generatedFile, "utf8"));
});

test("the module brings no data that would overwrite TensorFlow.js's memory", () => {
  const bytes = Buffer.from(kernels, "base64");
  const sections: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    sections.push(bytes[at++]);
    let [size, shift] = [0, 0];
    for (let more = true; more; shift += 7) {
      more = bytes[at] >= 128;
      size |= (bytes[at++] & 127) << shift;
    }
    at += size;
  }
  const [code, data] = [10, 11];
  expect(sections).toContain(code);
  expect(sections).not.toContain(data);
});
