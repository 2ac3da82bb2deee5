import { type FiniteGroup, fromCayleyTable, randomStream, shuffle } from "../src/index.ts";
import lines from "./fixtures/catalog.jsonl?raw";

/** A group of GAP's library: see fixtures/README.md. */
export interface CatalogEntry {
  readonly order: number;
  readonly id: number;
  readonly name: string;
  readonly abelian: boolean;
  readonly numClasses: number;
  readonly classSizes: readonly number[];
  readonly elementOrderHistogram: readonly (readonly [number, number])[];
  readonly irrepDegrees: readonly number[];
  readonly frobeniusSchur: readonly (readonly [number, number])[];
  readonly realIrreps: readonly (readonly [number, string, number])[];
  readonly exponent: number;
  readonly centerSize: number;
  readonly derivedSize: number;
  readonly isSimple: boolean;
  readonly isSolvable: boolean;
  readonly isNilpotent: boolean;
  readonly autSize: number;
  readonly cayley?: readonly number[];
  readonly classOf?: readonly number[];
  readonly characters?: readonly (readonly (readonly [number, number])[])[];
}

export const catalog: readonly CatalogEntry[] = lines
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** The entries that bring their Cayley table, with the group made from it. */
export const tabulated: readonly (CatalogEntry & { readonly group: FiniteGroup })[] =
  catalog.flatMap((entry) =>
    entry.cayley ? [{ ...entry, group: fromCayleyTable(entry.cayley, { name: entry.name }) }] : [],
  );

export const sorted = <T>(values: Iterable<T>): T[] =>
  [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** How often each value occurs: ascending pairs of value and count. */
export function histogram(values: Iterable<number>): [number, number][] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/** The same group with its elements renumbered in a way that has nothing to do with it. */
export function relabelled(group: FiniteGroup, seed = 1): FiniteGroup {
  const { order } = group;
  const number = Uint32Array.from({ length: order }, (_, a) => a);
  shuffle(number, randomStream(seed, "task"));
  const table = new Uint16Array(order * order);
  for (let a = 0; a < order; a++) {
    for (let b = 0; b < order; b++) {
      table[number[a] * order + number[b]] = number[group.multiply(a, b)];
    }
  }
  return fromCayleyTable(table);
}
