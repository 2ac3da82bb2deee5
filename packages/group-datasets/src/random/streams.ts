import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";
import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";

/** What randomness is used for. Each purpose has a stream of its own, 2⁶⁴ draws away from the next. */
export const purposes = ["split", "initialise", "batches", "task", "noise", "monte-carlo"] as const;
export type Purpose = (typeof purposes)[number];

/**
 * The random stream of a seed for one purpose: xoroshiro128+, jumped once for every purpose before
 * it, so that (say) another split never changes the initial weights.
 *
 * @param seed whole number in [0, 2³²)
 * @throws InputError if the seed is no such number
 */
export function randomStream(seed: number, purpose: Purpose): JumpableRandomGenerator {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new InputError(`seed ${seen(seed)} is no whole number in [0, 2^32)`, "use 0, 1, 2, …");
  }
  const stream = xoroshiro128plus(seed);
  for (let jumps = purposes.indexOf(purpose); jumps > 0; jumps--) stream.jump();
  return stream;
}

/** A uniform float in [0, 1) with 24 random bits, so that it is exact in float32. */
export function uniform(stream: JumpableRandomGenerator): number {
  return (stream.next() >>> 8) * 2 ** -24;
}

/** A uniform integer in [0, bound), without bias (rejection). */
export function uniformBelow(stream: JumpableRandomGenerator, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const draw = stream.next() >>> 0;
    if (draw < limit) return draw % bound;
  }
}

/** Shuffles in place (Fisher–Yates, from the end). */
export function shuffle(values: Uint32Array, stream: JumpableRandomGenerator): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = uniformBelow(stream, i + 1);
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
