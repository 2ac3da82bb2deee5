import type { FiniteGroup } from "../group/finite-group.ts";
import { conjugacyClasses } from "./conjugacy-classes.ts";
import { elementOrders } from "./orders.ts";

/**
 * A number for each element, the same for its image under any isomorphism: a hash of its order and the
 * size of its class, refined by the products, squares and commutators that it takes part in, until no
 * more elements are told apart.
 */
export function elementColours(group: FiniteGroup): Uint32Array {
  const { order } = group;
  const orders = elementOrders(group);
  const { classOf, sizes } = conjugacyClasses(group);
  let colours: Uint32Array = Uint32Array.from(orders, (o, a) => mix(o, sizes[classOf[a]]));
  for (let count = 0; ; ) {
    const refined = refine(group, colours);
    const told = new Set(refined).size;
    if (told === count || told === order) return refined;
    count = told;
    colours = refined;
  }
}

/** Each element's colour and, as sums that do not depend on the elements' numbers, what it meets. */
function refine({ order, table, inverse }: FiniteGroup, colours: Uint32Array): Uint32Array {
  const met = new Uint32Array(order);
  for (let a = 0; a < order; a++) {
    met[table[a * order + a]] += mix(colours[a], 1);
    for (let b = 0; b < order; b++) {
      const [ab, ba] = [table[a * order + b], table[b * order + a]];
      met[a] += mix(mix(colours[b], colours[ab]), colours[ba]);
      met[table[inverse(ba) * order + ab]] += mix(mix(colours[a], colours[b]), 2);
    }
  }
  return colours.map((colour, a) => mix(mix(colour, met[a]), colours[table[a * order + a]]));
}

/** The colours of all elements, in ascending order: equal for isomorphic groups. */
export function fingerprint(group: FiniteGroup): string {
  return elementColours(group).sort().join();
}

/** A 32-bit hash of two numbers. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
