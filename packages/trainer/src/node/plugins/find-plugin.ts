import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PluginError } from "../../config/plugin-error.ts";

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * The file that a plug-in's name stands for: a path, or the name of a package.
 *
 * @param folder where paths begin, and packages are looked for
 * @throws PluginError if there is none
 */
export function findPlugin(written: string, folder: string): string {
  const path = written.startsWith("file:") ? fileURLToPath(written) : resolve(folder, written);
  if (isFile(path)) return path;
  if (/^(\.|file:)/.test(written) || isAbsolute(written)) {
    const isFolder = statSync(path, { throwIfNoEntry: false }) !== undefined;
    throw new PluginError(
      `there is no plug-in ${written}${isFolder ? ": it is a folder" : ""}`,
      `looked for ${path}`,
    );
  }
  try {
    return createRequire(join(folder, "anything.js")).resolve(written);
  } catch (error) {
    const isPath = extname(written) !== "" && written.includes("/");
    throw new PluginError(
      `there is no plug-in ${written}: ${(error as Error).message.split("\n")[0]}`,
      isPath ? `looked for ${path}` : "give the path of its file, or install the package",
    );
  }
}
