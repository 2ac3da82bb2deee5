import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { init, parse } from "es-module-lexer/minimal";
import { PluginError } from "../../config/plugin-error.ts";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/**
 * SHA-256 (hex) of a module: of its file, as `sha256sum` tells it; where it imports others by paths, of the
 * lines that `sha256sum` tells of all of them, sorted, with their paths from the first one's folder. What
 * it imports from packages is not looked into.
 *
 * @throws PluginError if one of them cannot be read, is no module, or imports what cannot be told before it
 * runs
 */
export async function hashSources(entry: string): Promise<string> {
  await init();
  const hashes = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    if (hashes.has(path)) return;
    const data = await readFile(path).catch(({ code }) => {
      throw new PluginError(
        `could not read ${path}: ${code === "ENOENT" ? "it is not there" : code}`,
      );
    });
    hashes.set(path, sha256(data));
    for (const imported of importsOf(path, data.toString("utf8"))) await visit(imported);
  };
  await visit(entry);
  if (hashes.size === 1) return hashes.get(entry) as string;
  const folder = dirname(entry);
  const lines = [...hashes].map(([path, hash]) => {
    const name = relative(folder, path).split(sep).join("/");
    return `${hash}  ${name}\n`;
  });
  return sha256(lines.sort().join(""));
}

/** The files that a module imports by their paths. */
function importsOf(path: string, text: string): string[] {
  if (!/\.[cm]?[jt]s$/.test(path)) return []; // such as JSON
  const refuse = (finding: string, hint?: string): never => {
    throw new PluginError(`${path} ${finding}`, hint);
  };
  let imports: ReturnType<typeof parse>[0];
  try {
    [imports] = parse(text);
  } catch (error) {
    return refuse(`is no module: ${(error as Error).message.split("\n")[0]}`);
  }
  return imports.flatMap(({ n: name, d: place }) => {
    if (place === -2) return []; // import.meta
    if (name === undefined || name.startsWith("#")) {
      return refuse(
        `imports ${name ?? "what is known only when it runs"}`,
        'a plug-in names its own modules by their paths: import "./other.js"',
      );
    }
    const isPath = /^(\.{0,2}\/|file:)/.test(name);
    return isPath ? [fileURLToPath(new URL(name, pathToFileURL(path)))] : [];
  });
}
