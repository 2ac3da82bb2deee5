import { readFile } from "node:fs/promises";
import type * as z from "zod/mini";
import { onDisk, RunFolderError, restoreOrTrainAnew, unlessMissing } from "./run-folder-error.ts";

/** A value as the text of a file that people read. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The text of a file; undefined if there is none. */
export const readText = (path: string): Promise<string | undefined> =>
  onDisk(`read ${path}`, () => unlessMissing(readFile(path, "utf8")));

/** The value of a JSON text; undefined if it is none, or has not the schema's form. */
export function jsonValue<T>(text: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @throws RunFolderError naming the file, if it has not the form it should have */
export function parseJson<T>(path: string, text: string, schema: z.ZodMiniType<T>): T {
  const damaged = (why: string) =>
    new RunFolderError(`${path} is damaged: ${why}`, restoreOrTrainAnew);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged("it is no JSON");
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [{ code, message, path: place }] = result.error.issues;
  throw damaged(
    code === "custom" ? message : `${place.join(".") || "it"} has not the form it should have`,
  );
}

/** What a JSON file holds; undefined if there is none. */
export async function readJson<T>(path: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  const text = await readText(path);
  return text === undefined ? undefined : parseJson(path, text, schema);
}
