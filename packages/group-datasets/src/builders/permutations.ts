import { InputError } from "../errors.ts";
import { closure } from "../group/closure.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter } from "../group/make-group.ts";

/** A permutation of the points 0 … n − 1: the image of each. */
export type Permutation = readonly number[];

/**
 * The group that permutations generate. x·y is first x, then y, as in GAP; elements are numbered in
 * lexicographic order of their images, so the identity is 0.
 *
 * @param generators image lists on the same points 0 … n − 1
 * @throws InputError if one is no permutation, or if they generate too large a group
 */
export function fromPermutations(
  generators: readonly Permutation[],
  { name = "G" }: { name?: string } = {},
): FiniteGroup {
  if (generators.length === 0) {
    throw new InputError("a group of no permutations", "give at least one generator");
  }
  const points = generators[0].length;
  for (const generator of generators) {
    if (isPermutation(generator, points)) continue;
    throw new InputError(
      `[${generator.join(", ")}] is no permutation of 0 … ${points - 1}`,
      "give the image of each point",
    );
  }
  return closure<Permutation>({
    name,
    identity: Array.from({ length: points }, (_, i) => i),
    generators,
    multiply: (x, y) => x.map((image) => y[image]),
    key: (x) => x.join(),
    compare: lexicographic,
    label: cycles,
  });
}

/** S_n, order n!: all permutations of n points. @throws InputError unless n is 1 … 7 */
export function symmetric(n: number): FiniteGroup {
  checkParameter("symmetric", n);
  const name = `S_${n}`;
  checkOrder(factorial(n), name);
  const transposition = [1, 0];
  const cycle = Array.from({ length: n }, (_, i) => (i + 1) % n);
  return fromPermutations(n < 2 ? [cycle] : [extended(transposition, n), cycle], { name });
}

/** A_n, order n!/2: the even permutations of n points. @throws InputError unless n is 1 … 7 */
export function alternating(n: number): FiniteGroup {
  checkParameter("alternating", n);
  const name = `A_${n}`;
  const order = factorial(n);
  checkOrder(order > 1 ? order / 2 : order, name);
  const threeCycles = Array.from({ length: Math.max(0, n - 2) }, (_, i) =>
    Array.from({ length: n }, (_, point) => {
      const place = point - i;
      return place >= 0 && place < 3 ? i + ((place + 1) % 3) : point;
    }),
  );
  return fromPermutations([extended([], n), ...threeCycles], { name });
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n && product < 1e15; k++) product *= k;
  return product;
}

/** A permutation of the first points that leaves the others up to n alone. */
function extended(permutation: Permutation, n: number): Permutation {
  return Array.from({ length: n }, (_, point) => permutation[point] ?? point);
}

function isPermutation(images: Permutation, points: number): boolean {
  return (
    images.length === points &&
    new Set(images).size === points &&
    images.every((image) => Number.isInteger(image) && image >= 0 && image < points)
  );
}

/** Compares two lists of the same length by the first place where they differ. */
export function lexicographic(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : a[place] - b[place];
}

/** "(1 2 3)(4 5)", points counted from 1; "e" for the identity. */
function cycles(permutation: Permutation): string {
  const seen = new Set<number>();
  let text = "";
  for (const start of permutation.keys()) {
    if (seen.has(start) || permutation[start] === start) continue;
    const cycle: number[] = [];
    for (let point = start; !seen.has(point); point = permutation[point]) {
      seen.add(point);
      cycle.push(point + 1);
    }
    text += `(${cycle.join(" ")})`;
  }
  return text || "e";
}
