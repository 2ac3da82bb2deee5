import { parquetWriteBuffer } from "hyparquet-writer";
import type { Kind, Records } from "./records.ts";

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

function parquet({ columns, kinds, rows }: Records): Uint8Array {
  const columnData = columns.map((name, i) => {
    const values = rows.map((row) => row[i] ?? null);
    const fits = values.every((value) => value === null || isOf[kinds[i]](value));
    const { type, made } = stored[fits ? kinds[i] : "text"];
    const data = values.map((value) => (value === null ? null : made(value as never)));
    return { name, nullable: true, type, data };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Whether a value is what its column holds; in a folder that somebody changed it may be anything. */
const isOf: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  whole: Number.isSafeInteger,
  number: (value) => typeof value === "number",
  flag: (value) => typeof value === "boolean",
  time: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  text: () => true,
};

/** How Parquet keeps values. */
const stored = {
  whole: { type: "INT64", made: (value: number) => BigInt(value) },
  number: { type: "DOUBLE", made: (value: number) => value },
  flag: { type: "BOOLEAN", made: (value: boolean) => value },
  time: { type: "TIMESTAMP", made: (value: string) => new Date(value) },
  text: { type: "STRING", made: plainText },
} as const;
