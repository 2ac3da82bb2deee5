import type { ScaleType } from "../frame/scale.ts";

/**
 * Whether an axis can show a value. A run that breaks may have numbers so large (or on a log axis so
 * small) that a picture's arithmetic overflows: they are left out as NaN and Infinity are.
 */
export const drawable = (value: number, type: ScaleType = "linear"): boolean =>
  type === "linear" ? Math.abs(value) <= 1e100 : value >= 1e-100 && value <= 1e100;
