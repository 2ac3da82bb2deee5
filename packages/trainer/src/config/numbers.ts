import * as z from "zod/mini";

/** −0 is no way to write 0: canonical JSON could not tell the two runs apart. */
const fromZero = z.refine<number>((value) => value >= 0 && !Object.is(value, -0), "must be ≥ 0");

export const positive: z.ZodMiniNumber = z.number().check(z.gt(0));
export const notNegative: z.ZodMiniNumber = z.number().check(fromZero);
export const count: z.ZodMiniNumber = z.int().check(z.gte(1));
/** A whole number from 0 on. */
export const index: z.ZodMiniNumber = z.int().check(fromZero);
/** A decay rate, in [0, 1). */
export const decayRate: z.ZodMiniNumber = z.number().check(fromZero, z.lt(1));
