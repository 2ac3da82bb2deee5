import type { Comparison } from "../statement.ts";

/** A run ends once it has understood. */
export const untilUnderstood = { goal: { testAccuracy: 0.99, hold: 1 } } as const;

export const understands = (of: string): Comparison => ({ of, understands: true });
export const fails = (of: string): Comparison => ({ of, understands: false });

/** Of several settings the soonest counts, seed by seed. */
export const sooner = (
  of: string | readonly string[],
  than: string | readonly string[],
): Comparison => ({
  what: "generalisedAt",
  of,
  is: "less",
  than: { of: than },
});
