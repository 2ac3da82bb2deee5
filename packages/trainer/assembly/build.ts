/*
 * Compiles the kernels, and writes them as base64 into src/gen/kernels.ts, which is kept in the
 * repository so that nothing must be built before the first run. `pnpm asc` writes it anew; a test
 * holds it to these sources.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
export const generatedFile: string = fileURLToPath(
  new URL("../src/gen/kernels.ts", import.meta.url),
);

const shared = ["--sharedMemory", "--maximumMemory", "65536"];

/** Each variant of the kernels: the features it needs, and what its memory is. */
const variants = {
  plain: ["--enable", "simd"],
  plainShared: ["--enable", "simd,threads", ...shared],
};

async function compile(features: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      "assembly/index.ts",
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

/** The text of src/gen/kernels.ts. */
export async function generateKernels(): Promise<string> {
  const lines = ["// Made from assembly/ by `pnpm asc`; do not edit.", ""];
  for (const [name, features] of Object.entries(variants)) {
    const binary = await compile(features);
    lines.push(`export const ${name} =`, `  "${Buffer.from(binary).toString("base64")}";`);
  }
  return `${lines.join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedFile, await generateKernels());
}
