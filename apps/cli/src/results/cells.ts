import type { Group } from "@grokscape/experiments";
import { writeFilters } from "@grokscape/trainer/settings";
import { count, percent, short } from "../terminal/numbers.ts";
import { dim } from "../terminal/style.ts";
import type { Records } from "./records.ts";

/** Results as people read them. */
export interface Cells {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A value as people read it. */
export function cell(name: string, value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (name === "gradientFilters") return writeFilters(value as Parameters<typeof writeFilters>[0]);
  if (name === "weightsHash") return `${value}`.slice(0, 8);
  if (typeof value !== "number") return typeof value === "string" ? value : JSON.stringify(value);
  if (name.endsWith("Accuracy")) return percent(value);
  if (name.endsWith("Loss") || name === "seconds" || name === "timesLimit") return short(value);
  return Number.isInteger(value) && value >= 10_000 ? count(value) : `${value}`;
}

/** Cells below each other, however wide: the lines of a table are for `less -S`, too. */
export function textTable({ columns, rows }: Cells): string {
  const widths = columns.map((name, i) =>
    rows.reduce((width, row) => Math.max(width, row[i].length), name.length),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => text.padEnd(widths[i]))
      .join("  ")
      .trimEnd();
  return [dim(line(columns)), ...rows.map(line)].join("\n");
}

/** The rows of runs as people read them. */
export const cellsOfRuns = ({ columns, rows }: Records): Cells => ({
  columns,
  rows: rows.map((row) => row.map((value, i) => cell(columns[i], value))),
});

/** Groups as people read them: how many came, and medians with their intervals. */
export function cellsOfGroups(
  groups: readonly Group[],
  by: readonly string[],
  of: readonly string[],
): Cells {
  const span = (name: string, { low, high }: { low: number | null; high: number | null }) =>
    `${cell(name, low)} … ${high === null ? "never" : cell(name, high)}`;
  const rows = groups.map(({ values, runs, came, share, medians }) => [
    ...by.map((name) => cell(name, values[name])),
    `${count(came)} of ${count(runs)}`,
    `${percent(share.value, 0)} (${percent(share.low, 0)} … ${percent(share.high, 0)})`,
    ...of.map((name) => {
      const { median, ...interval } = medians[name];
      return median === null ? "never" : `${cell(name, median)} (${span(name, interval)})`;
    }),
  ]);
  return { columns: [...by, "came", "share, 95 %", ...of.map((name) => `${name}, median`)], rows };
}
