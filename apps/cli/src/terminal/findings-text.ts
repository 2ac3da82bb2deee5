import type { Finding } from "../measure/measures.ts";
import { count, percent, short } from "./numbers.ts";
import { dim } from "./style.ts";

const nameWidth = 34;
const cellWidth = 15;
/** Of a spectrum, so many of the strongest are named. */
const strongest = 6;

/** A row of a table whose columns are steps; findings are printed as they come. */
export function findingRow(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(cellWidth)).join("")}`;
}

/** The head of that table. */
export const findingHead = (steps: readonly number[]): string =>
  dim(findingRow("", steps.map(atStep)));

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
  return `  ${name}, ${atStep(step)}: ${places.join(", ")}`;
}
