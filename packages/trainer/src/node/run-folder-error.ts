import { InputError } from "@grokscape/group-datasets";

/** A run folder that is missing, damaged, in use, or cannot be written. Nothing in it was changed. */
export class RunFolderError extends InputError {
  override name = "RunFolderError";
  /** Of the file system's error, where there was one: "ENOSPC". */
  readonly systemCode: string | undefined;

  constructor(message: string, hint?: string, systemCode?: string) {
    super(message, hint);
    this.systemCode = systemCode;
  }
}

/** What to do about a file of a run folder that is damaged or was changed. */
export const restoreOrTrainAnew =
  "restore it from a copy, or remove the run's folder to train anew";

/**
 * Runs `action`; an error of the file system is told as what could not be done, and why.
 *
 * @param what that is: "write runs/a/summary.json"
 * @throws RunFolderError in place of an error with a code of the file system's
 */
export async function onDisk<T>(what: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    throw new RunFolderError(`could not ${what}: ${reasons[code] ?? code}`, remedies[code], code);
  }
}

/** What is read, or undefined where there is no such file or folder. */
export function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the disk is read-only",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of the path is no folder",
  EEXIST: "something else is there",
  EISDIR: "it is a folder",
  EIO: "the disk reports an error",
};

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: "what was saved before is intact: free some space, then resume",
  EDQUOT: "what was saved before is intact: free some space, then resume",
};
