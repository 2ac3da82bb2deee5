import { appendFileSync } from "node:fs";
import { open } from "node:fs/promises";
import type * as z from "zod/mini";
import { jsonValue, readText } from "./json-file.ts";
import { onDisk, RunFolderError, restoreOrTrainAnew } from "./run-folder-error.ts";
import { writeAtomically } from "./write-atomically.ts";

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/**
 * The values of a file that has one in each line; none if there is no file. A last line without its
 * line end was cut off as it was written and does not count.
 *
 * @param fault what is wrong with the value of a line, undefined where it has not the schema's form; null if
 * nothing is
 * @throws RunFolderError naming the first line that is wrong
 */
export async function readLines<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  fault: (value: T | undefined, index: number, isLast: boolean) => string | null,
): Promise<T[]> {
  const lines = ((await readText(path)) ?? "").split("\n").slice(0, -1);
  return lines.map((content, index) => {
    const value = jsonValue(content, schema);
    const wrong = fault(value, index, index === lines.length - 1);
    if (wrong === null) return value as T;
    throw new RunFolderError(
      `${path} is damaged: line ${index + 1} is ${wrong}`,
      restoreOrTrainAnew,
    );
  });
}

/** A file of lines that a run adds to. */
export interface LinesFile<T> {
  /** Lines that come soon after each other are written together. */
  append(value: T): Promise<void>;
  /** Puts all lines on the disk, not only in the system's memory. */
  flush(): Promise<void>;
  /** Writes what has not been written, and closes the file. */
  close(): Promise<void>;
}

/** Milliseconds. */
const writeEvery = 100;

/** Opens a file to add lines after those of `values`, whatever else it held. */
export async function openLines<T extends object>(
  path: string,
  values: readonly T[],
): Promise<LinesFile<T>> {
  await writeAtomically(path, values.map(line).join(""));
  const file = await onDisk(`write ${path}`, () => open(path, "a"));
  let waiting = "";
  let written = 0;
  // to hand lines to another thread takes ten times as long as to write them
  const write = () => {
    const text = waiting;
    waiting = ""; // what fails is not written once more after half of it
    written = performance.now();
    if (text !== "") appendFileSync(file.fd, text);
  };
  return {
    append: (value) =>
      onDisk(`write ${path}`, async () => {
        waiting += line(value);
        if (performance.now() - written >= writeEvery) write();
      }),
    flush: () =>
      onDisk(`write ${path}`, () => {
        write();
        return file.sync();
      }),
    async close() {
      try {
        await onDisk(`write ${path}`, async () => write());
      } finally {
        await file.close();
      }
    },
  };
}
