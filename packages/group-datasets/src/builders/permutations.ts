import { InputError } from "../errors.ts";
import { closure, type Entries, maximumEntries } from "../group/closure.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter, nameFrom } from "../group/make-group.ts";
import { seen } from "../text/seen.ts";

/** A permutation of the points 0 … n − 1: the image of each. */
export type Permutation = readonly number[];

/**
 * The group that permutations generate. x·y is first x, then y, as in GAP; elements are numbered in
 * lexicographic order of their images, so the identity is 0.
 *
 * @param generators image lists on the same points 0 … n − 1
 * @throws InputError if one is no permutation, if they generate too large a group, or if its order times
 *   n is above 2²⁶
 */
export function fromPermutations(
  generators: readonly Permutation[],
  options: { name?: string } = {},
): FiniteGroup {
  const name = nameFrom(options, "G");
  if (!Array.isArray(generators) || generators.length === 0) {
    throw new InputError(
      `a group of the permutations ${seen(generators)}`,
      "give at least one, as in [[1, 2, 0]]",
    );
  }
  const images = generators.map((generator, i) => asImages(generator, generators[0], i));
  return closure({
    name,
    identity: images[0].map((_, point) => point),
    generators: images,
    multiply: (x, y) => x.map((image) => y[image]),
    label: cycles,
  });
}

/** @throws InputError unless it is a permutation of as many points as the first one */
function asImages(permutation: Permutation, first: Permutation, place: number): Entries {
  const count = permutation?.length;
  const isCount = Number.isInteger(count) && count > 0 && count <= maximumEntries;
  if (typeof permutation !== "object" || !isCount) {
    throw new InputError(
      `generator ${place} is ${seen(permutation)} with ${seen(count)} points`,
      `give the images of 1 … ${maximumEntries} points`,
    );
  }
  const images = new Uint32Array(count);
  const reached = new Uint8Array(count);
  for (let point = 0; point < count; point++) {
    const image = permutation[point];
    if (!Number.isInteger(image) || reached[image] !== 0 || count !== first.length) {
      throw new InputError(
        `generator ${place} is no permutation: it sends ${point} to ${seen(image)}`,
        `images are 0 … ${first.length - 1}, each once`,
      );
    }
    reached[image] = 1;
    images[point] = image;
  }
  return images;
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
  for (let k = 2; k <= n && product < Infinity; k++) product *= k;
  return product;
}

/** A permutation of the first points that leaves the others up to n alone. */
function extended(permutation: Permutation, n: number): Permutation {
  return Array.from({ length: n }, (_, point) => permutation[point] ?? point);
}

/** "(1 2 3)(4 5)", points counted from 1; "e" for the identity. */
function cycles(permutation: Entries): string {
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
