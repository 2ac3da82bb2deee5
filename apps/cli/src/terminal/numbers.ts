const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** 12345.6 → "12,346" */
export const count = (value: number): string => whole.format(value);

/** 0.40012 → "40 %", 0.005 → "0.5 %", 0.9987 → "99.9 %"; never 100 % for less, nor 0 % for more. */
export function percent(share: number, digits = 1): string {
  const scale = 10 ** (2 + digits);
  const scaled = share * scale;
  const rounded = share < 1 ? Math.min(Math.round(scaled), scale - 1) : Math.round(scaled);
  const shown = (share > 0 ? Math.max(rounded, 1) : rounded) / 10 ** digits;
  return `${Number.isInteger(shown) ? shown : shown.toFixed(digits)} %`;
}

/**
 * "step 300": when 99 % was first reached; where that was lost again, "step 300 (held from step 340)".
 *
 * @param from the step from which it was held, or null
 */
export function moment(at: number, from: number | null): string {
  if (from === at) return `step ${count(at)}`;
  const held = from === null ? "not held so far" : `held from step ${count(from)}`;
  return `step ${count(at)} (${held})`;
}

/** 3 significant digits. */
export const short = (value: number): string => `${Number(value.toPrecision(3))}`;

/** Seconds as people say them: "8 s", "3 min", "2 h 05 min", "4 days". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  if (minutes >= 48 * 60) return `${Math.round(minutes / (24 * 60))} days`;
  return `${Math.floor(minutes / 60)} h ${`${minutes % 60}`.padStart(2, "0")} min`;
}
