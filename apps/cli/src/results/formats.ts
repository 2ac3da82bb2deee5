import { type Key, keys, settingOf } from "@grokscape/trainer/settings";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Records } from "./records.ts";

/** What results can be written as, by name. */
export const formats: Readonly<Record<string, (records: Records) => string | Uint8Array>> = {
  csv: ({ columns, rows }) =>
    [columns, ...rows].map((row) => `${row.map(csvField).join(",")}\n`).join(""),
  jsonl: (records) =>
    objectsOf(records)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(""),
  json: (records) => `${JSON.stringify(objectsOf(records), null, 2)}\n`,
  parquet,
};

const objectsOf = ({ columns, rows }: Records) =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));

/** RFC 4180; null is empty. */
function csvField(value: unknown): string {
  const text = plainText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const plainText = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : `${value}`;

function parquet({ columns, rows }: Records): Uint8Array {
  const columnData = columns.map((name, i) => {
    const values = rows.map((row) => row[i] ?? null);
    return { name, nullable: true, ...typed(name, values) };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Outcomes that are whole numbers, and those that are texts; the others are numbers, or yes or no. */
const wholeColumns = ["steps", "memorisedAt", "memorisedFrom", "generalisedAt", "generalisedFrom"];
const textColumns = ["run", "state", "weightsHash", "engine", "startedAt", "why"];

/** Values of one column as one type, the same whatever values there are. */
function typed(name: string, values: readonly unknown[]) {
  const form = (keys as readonly string[]).includes(name) ? settingOf(name as Key).form : undefined;
  const isNumber = form ? form.form === "number" : !textColumns.includes(name);
  const isWhole = form?.form === "number" ? form.whole : wholeColumns.includes(name);
  const each = <T>(make: (value: never) => T) =>
    values.map((value) => (value === null ? null : make(value as never)));
  const are = (holds: (value: unknown) => boolean) =>
    values.every((value) => value === null || holds(value));
  if (isNumber && isWhole && are(Number.isSafeInteger)) {
    return { type: "INT64" as const, data: each((value) => BigInt(value)) };
  }
  if (isNumber && are((value) => typeof value === "number")) {
    return { type: "DOUBLE" as const, data: [...values] };
  }
  if (are((value) => typeof value === "boolean")) {
    return { type: "BOOLEAN" as const, data: [...values] };
  }
  return { type: "STRING" as const, data: each(plainText) };
}
