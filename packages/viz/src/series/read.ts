import { PictureError } from "../frame/form.ts";
import { type CurveRow, column, type Quantity, type Side } from "../record.ts";
import type { Series } from "./decimate.ts";
import { drawable } from "./drawable.ts";

export interface Reading extends Series {
  /** How many rows have no value that the axis can show. */
  readonly missing: number;
  /** The last value that the axis can show; null if there is none. */
  readonly last: { readonly index: number; readonly value: number } | null;
}

/**
 * One side's values over the steps; what the axes cannot show (NaN, an infinite loss, a loss ≤ 0
 * on its log axis, an accuracy that is no share) becomes NaN, and steps ≤ 0 (or below 1e-100) are left out of a log axis.
 *
 * @throws PictureError when steps do not ascend
 */
export function read(
  rows: readonly CurveRow[],
  side: Side,
  quantity: Quantity,
  scale: "linear" | "log",
): Reading {
  ascending(rows);
  const field = column(side, quantity);
  const from = rows.findIndex(({ step }) => drawable(step, scale));
  const length = from < 0 ? 0 : rows.length - from;
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  let missing = 0;
  let last: Reading["last"] = null;
  for (let i = 0; i < length; i++) {
    const row = rows[from + i]!;
    const value = row[field] ?? Number.NaN;
    const shown = quantity === "accuracy" ? value >= 0 && value <= 1 : drawable(value, "log");
    x[i] = row.step;
    y[i] = shown ? value : Number.NaN;
    if (shown) last = { index: i, value };
    else missing++;
  }
  return { x, y, missing, last };
}

/** @throws PictureError unless steps are numbers that an axis can show, and do not fall */
export function ascending(rows: readonly { readonly step: number }[]): void {
  for (let i = 0; i < rows.length; i++) {
    const { step } = rows[i]!;
    const before = i > 0 ? rows[i - 1]!.step : Number.NEGATIVE_INFINITY;
    if (!(drawable(step) && step >= before)) {
      throw new PictureError(
        `metrics must be in order of step; row ${i} has step ${step}${i > 0 ? ` after ${before}` : ""}`,
      );
    }
  }
}
