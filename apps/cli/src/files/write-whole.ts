import {
  accessSync,
  constants,
  lstatSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { InputError } from "@grokscape/group-datasets";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space left",
  EDQUOT: "the disk quota is used up",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the disk is read-only",
  ENOENT: "its folder is not there",
  ENOTDIR: "a part of the path is no folder",
  EISDIR: "it is a folder",
};

/**
 * Writes a whole file, or leaves the old one as it was. What is no plain file, such as a device or a
 * link, is written to and stays what it is.
 *
 * @throws InputError naming the file, if it cannot be written
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  orInputError(path, () => {
    const isPlain = lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
    const target = isPlain ? `${path}.unfinished` : path;
    try {
      writeFileSync(target, text);
      if (isPlain) renameSync(target, path);
    } finally {
      if (isPlain) rmSync(target, { force: true });
    }
  });
}

/**
 * Makes sure, before the work, that there is a place for what it will come to.
 *
 * @throws InputError naming the file, if it cannot be written
 */
export function refuseUnwritable(path: string): void {
  orInputError(path, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (!statSync(dirname(path)).isDirectory())
      throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(there ? path : dirname(path), constants.W_OK);
  });
}

function orInputError(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    throw new InputError(`could not write ${path}: ${reasons[code] ?? code}`);
  }
}
