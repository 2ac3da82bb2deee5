/*
 * Compiles the kernels that TensorFlow.js runs in its own memory, and writes them as base64 into
 * src/gen/kernels.ts, which is kept in the repository so that nothing must be built before the first
 * use. `pnpm asc` writes it anew; a test holds it to these sources.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileKernels } from "./compile.ts";

export const generatedFile: string = fileURLToPath(
  new URL("../src/gen/kernels.ts", import.meta.url),
);

/** The text of src/gen/kernels.ts. */
export const generateKernels = (): Promise<string> =>
  compileKernels("tfjs-kernels/assembly/index.ts", { kernels: ["--enable", "simd"] });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedFile, await generateKernels());
}
