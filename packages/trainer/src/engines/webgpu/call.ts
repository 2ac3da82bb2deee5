import type { Matrix } from "../tape/matrix.ts";

/** A word that a shader reads: a whole number, or one stored as a float32. */
export type Word = number | { readonly real: number };

/** A word of a call: one that a shader reads, or a place in memory that is known once all have theirs. */
export type Argument =
  | Word
  | Matrix
  | { readonly stretch: { readonly at?: number }; readonly offset: number };

/** The arguments that are whole numbers; 0 for the others. */
export const numbersOf = (words: readonly Argument[]): number[] =>
  words.map((word) => (typeof word === "number" ? word : 0));

/** How a shader is spread over workgroups. */
export interface Spread {
  readonly entry: string;
  readonly groups: readonly [number, number, number?];
}

/** A call of a shader. */
export interface Call {
  readonly spread: Spread;
  readonly words: readonly Argument[];
}

/** Workgroups of 256 for so many numbers. */
export function over(numbers: number): readonly [number, number] {
  const groups = Math.ceil(numbers / 256);
  return groups <= 65535 ? [groups, 1] : [65535, Math.ceil(groups / 65535)];
}

/** A workgroup for each of so many. */
export const groupForEach = (count: number): readonly [number, number] =>
  count <= 65535 ? [count, 1] : [65535, Math.ceil(count / 65535)];
