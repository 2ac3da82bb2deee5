/*
 * Compiles the kernels, and writes them as base64 into src/gen/kernels.ts and
 * tape-kernels.ts, which are kept in the repository so that nothing must be built before the first
 * run. `pnpm asc` writes them anew; tests hold them to these sources.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileKernels } from "../../tfjs-kernels/assembly/compile.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const generatedFile: string = `${root}src/gen/kernels.ts`;
export const generatedTapeFile: string = `${root}src/gen/tape-kernels.ts`;

const shared = ["--sharedMemory", "--maximumMemory", "65536"];

/** Each variant of the kernels: the features it needs, and what its memory is. */
const variants = {
  plain: ["--enable", "simd"],
  plainShared: ["--enable", "simd,threads", ...shared],
  fast: ["--enable", "simd,relaxed-simd"],
  fastShared: ["--enable", "simd,relaxed-simd,threads", ...shared],
};

/** The text of src/gen/kernels.ts. */
export function generateKernels(): Promise<string> {
  return compileKernels("trainer/assembly/index.ts", variants);
}

/** The text of src/gen/tape-kernels.ts. */
export function generateTapeKernels(): Promise<string> {
  return compileKernels("trainer/assembly/tape/index.ts", variants);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedFile, await generateKernels());
  writeFileSync(generatedTapeFile, await generateTapeKernels());
}
