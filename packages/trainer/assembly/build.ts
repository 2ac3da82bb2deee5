/*
 * Compiles the kernels, and writes them as base64 into src/gen/kernels.ts, tape-kernels.ts and
 * tfjs-kernels.ts, which are kept in the repository so that nothing must be built before the first
 * run. `pnpm asc` writes them anew; tests hold them to these sources.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
export const generatedFile: string = `${root}src/gen/kernels.ts`;
export const generatedTapeFile: string = `${root}src/gen/tape-kernels.ts`;
export const generatedTfjsFile: string = `${root}src/gen/tfjs-kernels.ts`;

const shared = ["--sharedMemory", "--maximumMemory", "65536"];

/** Each variant of the kernels: the features it needs, and what its memory is. */
const variants = {
  plain: ["--enable", "simd"],
  plainShared: ["--enable", "simd,threads", ...shared],
  fast: ["--enable", "simd,relaxed-simd"],
  fastShared: ["--enable", "simd,relaxed-simd,threads", ...shared],
};

/** Those that TensorFlow.js runs, in its own memory. */
const tfjsVariants = { tfjsKernels: ["--enable", "simd"] };

type Variants = Readonly<Record<string, readonly string[]>>;

async function compile(entry: string, features: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      entry,
      "--baseDir",
      root,
      "--outFile",
      "kernels.wasm",
      ...features,
      ...["--runtime", "stub", "--noAssert", "--optimizeLevel", "3", "--shrinkLevel", "0"],
      ...["--importMemory", "--initialMemory", "1", "--disableWarning", "112"],
    ],
    {
      writeFile(_name: string, contents: Uint8Array | string) {
        if (typeof contents !== "string") binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`the kernels do not compile:\n${stderr.toString()}`);
  return binary;
}

async function generate(entry: string, variants: Variants): Promise<string> {
  const lines = ["// Made from assembly/ by `pnpm asc`; do not edit.", ""];
  for (const [name, features] of Object.entries(variants)) {
    const binary = await compile(entry, features);
    lines.push(`export const ${name} =`, `  "${Buffer.from(binary).toString("base64")}";`);
  }
  return `${lines.join("\n")}\n`;
}

/** The text of src/gen/kernels.ts. */
export function generateKernels(): Promise<string> {
  return generate("assembly/index.ts", variants);
}

/** The text of src/gen/tape-kernels.ts. */
export function generateTapeKernels(): Promise<string> {
  return generate("assembly/tape/index.ts", variants);
}

/** The text of src/gen/tfjs-kernels.ts. */
export function generateTfjsKernels(): Promise<string> {
  return generate("assembly/tfjs/index.ts", tfjsVariants);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedFile, await generateKernels());
  writeFileSync(generatedTapeFile, await generateTapeKernels());
  writeFileSync(generatedTfjsFile, await generateTfjsKernels());
}
