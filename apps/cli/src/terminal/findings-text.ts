import type { Finding } from "../measure/measures.ts";
import { count, percent, short } from "./numbers.ts";
import { stacked, tableWidth } from "./table.ts";

const nameWidth = 33;
const cellWidth = 15;
/** How many of a spectrum's irreps are printed, the strongest ones. */
const strongest = 6;

/** A table with a column for each step. It is printed row by row, as the measures end. */
export interface FindingTable {
  /** null if the terminal is too narrow for columns: then each row names its steps. */
  readonly head: string | null;
  row(name: string, cells: readonly string[]): string;
}

export function findingTable(steps: readonly number[]): FindingTable {
  const heads = steps.map(atStep);
  const padded = (cells: readonly string[]) =>
    cells.map((cell) => cell.padStart(cellWidth)).join("");
  const beside = (name: string, cells: readonly string[]) =>
    name.length < nameWidth
      ? `  ${name.padEnd(nameWidth)}${padded(cells)}`
      : `  ${name}\n${" ".repeat(2 + nameWidth)}${padded(cells)}`;
  if (2 + nameWidth + steps.length * cellWidth <= tableWidth()) {
    return { head: beside("", heads), row: beside };
  }
  return {
    head: null,
    row: (name, cells) =>
      stacked([name, ...cells.map((cell, i) => cell && `${heads[i]}: ${cell}`)]),
  };
}

export const atStep = (step: number): string =>
  step === 0 ? "at the start" : `step ${count(step)}`;

/** A finding as the text of a cell: a list as its length, no finding as an empty text. */
export function findingCell(finding: Finding | undefined): string {
  if (!finding) return "";
  const { value, error, unit } = finding;
  if (typeof value !== "number") return count(value.length);
  if (unit === "share") return percent(value);
  const shown = unit === "bits" && value >= 100 ? count(value) : short(value);
  return error === undefined ? shown : `${shown} ± ${Number(error.toPrecision(1))}`;
}

/** Whether a finding is a list of shares, which is printed below the table and not in it. */
export const isSpectrum = ({ value, unit }: Finding): boolean =>
  typeof value !== "number" && unit === "share";

/** A list of numbers in full, to be printed below the table; null for a single number. */
export function findingInFull({ name, value, unit }: Finding, step: number): string | null {
  if (typeof value === "number") return null;
  const places =
    unit === "share"
      ? Array.from(value.keys())
          .sort((a, b) => value[b] - value[a])
          .slice(0, strongest)
          .map((place) => `irrep ${place} ${percent(value[place])}`)
      : value;
  return `${name}, ${atStep(step)}: ${places.join(", ")}`;
}
