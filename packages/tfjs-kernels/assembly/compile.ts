import { fileURLToPath } from "node:url";
import * as asc from "assemblyscript/asc";

const packages = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Compiles kernels, and returns them as the text of a TypeScript module: a base64 string a variant.
 *
 * @param entry path from the folder of packages
 * @param variants the compiler's options of each, by name
 */
export async function compileKernels(
  entry: string,
  variants: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const lines = ["// Made from assembly/ by `pnpm asc`; do not edit.", ""];
  for (const [name, options] of Object.entries(variants)) {
    const binary = await compile(entry, options);
    lines.push(`export const ${name} =`, `  "${Buffer.from(binary).toString("base64")}";`);
  }
  return `${lines.join("\n")}\n`;
}

async function compile(entry: string, options: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      entry,
      "--baseDir",
      packages,
      "--outFile",
      "kernels.wasm",
      ...options,
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
