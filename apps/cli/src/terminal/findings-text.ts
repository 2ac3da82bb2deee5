import type { Finding } from "../measure/measures.ts";
import { count, percent, short } from "./numbers.ts";
import { stacked, tableWidth } from "./table.ts";

const nameWidth = 33;
const cellWidth = 15;
/** Of a spectrum, so many of the strongest are named. */
const strongest = 6;

/** A table whose columns are steps, made row by row: findings are printed as they come. */
export interface FindingTable {
  /** Null where there is no room for columns: each row then names its steps. */
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

/** What was found, in a cell; empty where nothing was. Of places, how many. */
export function findingCell(finding: Finding | undefined): string {
  if (!finding) return "";
  const { value, error, unit } = finding;
  if (typeof value !== "number") return count(value.length);
  if (unit === "share") return percent(value);
  const shown = unit === "bits" && value >= 100 ? count(value) : short(value);
  return error === undefined ? shown : `${shown} ± ${Number(error.toPrecision(1))}`;
}

/** Whether a finding has no place in a table: a spectrum is only told in full. */
export const isSpectrum = ({ value, unit }: Finding): boolean =>
  typeof value !== "number" && unit === "share";

/** Several numbers in full, below the table; null of a single one. */
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
