import { bySymbol, type Deduction } from "./deduction.ts";

/** How many sets of examples are looked at before a shortest proof is no longer sought. */
const patience = 30_000;

/**
 * The fewest of some examples from which another one follows, or undefined if that takes too long. Proofs
 * of 1, 2, 3 … examples are tried: a symbol that stands once only needs another example, and an example
 * is of as many symbols as it has.
 */
export function shortestProof(
  target: number,
  examples: readonly number[],
  { conclude, symbols }: Deduction,
): number[] | undefined {
  const containing = bySymbol(examples, symbols);
  const width = Math.max(...[...containing.values()].map(([first]) => symbols(first).length));
  const standing = new Map<number, number>();
  const count = (example: number, change: 1 | -1): void => {
    for (const symbol of symbols(example)) {
      standing.set(symbol, (standing.get(symbol) ?? 0) + change);
    }
  };
  const proof: number[] = [];
  const barred = new Set<number>();
  let looked = 0;

  const extend = (more: number): boolean => {
    if (++looked > patience) return false;
    const single = [...standing].flatMap(([symbol, times]) => (times === 1 ? [symbol] : []));
    if (single.length > more * width) return false;
    if (single.length === 0 && conclude(proof).follows(target)) return true;
    if (more === 0) return false;
    const tried: number[] = [];
    let found = false;
    for (const example of nextOf(single)) {
      if (barred.has(example) || proof.includes(example)) continue;
      count(example, 1);
      proof.push(example);
      found = extend(more - 1);
      if (found) break;
      proof.pop();
      count(example, -1);
      // what follows with it has been tried
      barred.add(example);
      tried.push(example);
    }
    for (const example of tried) barred.delete(example);
    return found;
  };

  /** Examples of which a proof needs at least one. */
  const nextOf = (single: readonly number[]): Iterable<number> => {
    const of = (symbol: number) => containing.get(symbol) ?? [];
    if (single.length > 0) {
      return single.map(of).reduce((best, other) => (other.length < best.length ? other : best));
    }
    const touched = [...standing].flatMap(([symbol, times]) => (times > 0 ? of(symbol) : []));
    return new Set(touched);
  };

  count(target, 1);
  for (let length = 1; looked <= patience; length++) {
    if (extend(length)) return proof;
  }
  return undefined;
}
