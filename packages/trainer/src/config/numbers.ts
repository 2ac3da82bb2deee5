import * as z from "zod/mini";

export const positive: z.ZodMiniNumber = z.number().check(z.gt(0));
export const notNegative: z.ZodMiniNumber = z.number().check(z.gte(0));
export const count: z.ZodMiniNumber = z.int().check(z.gte(1));
/** A whole number from 0 on. */
export const index: z.ZodMiniNumber = z.int().check(z.gte(0));
/** A decay rate, in [0, 1). */
export const decayRate: z.ZodMiniNumber = z.number().check(z.gte(0), z.lt(1));
