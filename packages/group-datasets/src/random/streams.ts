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
 * @throws InputError if the seed is no such number, or the purpose none of `purposes`
 */
export function randomStream(seed: number, purpose: Purpose): JumpableRandomGenerator {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new InputError(`seed ${seen(seed)} is no whole number in [0, 2^32)`, "use 0, 1, 2, …");
  }
  const earlier = purposes.indexOf(purpose);
  if (earlier < 0) {
    throw new InputError(
      `no randomness is for ${seen(purpose)}`,
      `it is for ${purposes.join(", ")}`,
    );
  }
  const stream = xoroshiro128plus(seed);
  for (let jumps = earlier; jumps > 0; jumps--) stream.jump();
  return stream;
}

/** A uniform float in [0, 1) with 24 random bits, so that it is exact in float32. @throws InputError */
export function uniform(stream: JumpableRandomGenerator): number {
  checkStream(stream);
  return (stream.next() >>> 8) * 2 ** -24;
}

/**
 * A uniform integer in [0, bound), without bias (rejection).
 *
 * @throws InputError unless bound is a whole number from 1 to 2³²
 */
export function uniformBelow(stream: JumpableRandomGenerator, bound: number): number {
  checkStream(stream);
  if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
    throw new InputError(`a draw below ${seen(bound)}`, "a bound is a whole number from 1 to 2^32");
  }
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const draw = stream.next() >>> 0;
    if (draw < limit) return draw % bound;
  }
}

/** Shuffles in place (Fisher–Yates, from the end). @throws InputError unless these are whole numbers */
export function shuffle(values: Uint32Array, stream: JumpableRandomGenerator): void {
  checkStream(stream);
  if (!(values instanceof Uint32Array)) {
    throw new InputError(`what is shuffled is ${seen(values)}`, "give a Uint32Array");
  }
  for (let i = values.length - 1; i > 0; i--) {
    const j = uniformBelow(stream, i + 1);
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}

function checkStream(stream: JumpableRandomGenerator): void {
  if (typeof stream?.next === "function") return;
  throw new InputError(`a random stream is needed, got ${seen(stream)}`, "randomStream makes one");
}
