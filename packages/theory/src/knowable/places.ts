import { primePowers } from "./prime-power.ts";
import { type Quotient, quotient } from "./quotient.ts";
import { type Relations, resolve } from "./resolve.ts";

/** Unknowns, as far as relations tell them apart: elements of a product of cyclic groups. */
export interface Places {
  readonly modulus: number;
  /** Order of each coordinate. */
  readonly orders: readonly number[];
  /** Unknown → its coordinates; undefined for one that is in no relation. */
  readonly of: readonly (Int32Array | undefined)[];
}

/** The unknowns modulo their relations over Z/modulus. */
export function placesOf(relations: Relations, modulus: number): Places {
  const { free, combinations, left } = resolve(relations, modulus);
  const { orders, place } = placing(left, free, modulus);
  return { modulus, orders, of: combinations.map((one) => one && place(one)) };
}

/** Combinations of a few generators, as far as relations tell them apart. */
interface Placing {
  /** Order of each coordinate. */
  readonly orders: readonly number[];
  /** The coordinates of a combination, entries in 0 … modulus − 1, 0 beyond its end. */
  readonly place: (combination: Int32Array) => Int32Array;
}

/**
 * Generators modulo relations over Z/modulus, one prime power after the other.
 *
 * @param relations combinations that are 0, as long as there are generators
 */
export function placing(
  relations: readonly Int32Array[],
  generators: number,
  modulus: number,
): Placing {
  const parts = primePowers(modulus).map((ring) => {
    const rows = relations.map((row) => row.map((entry) => entry % ring.modulus));
    return withDigests(quotient(rows, generators, ring), generators, ring.modulus);
  });
  const orders = parts.flatMap((part) => part.orders);
  const place = (combination: Int32Array): Int32Array => {
    const found = new Int32Array(orders.length);
    let at = 0;
    for (const { orders, images } of parts) {
      for (const [j, order] of orders.entries()) {
        let sum = 0;
        for (let i = 0; i < combination.length; i++) {
          if (combination[i] !== 0) sum += combination[i] * images[i * orders.length + j];
        }
        found[at++] = sum % order;
      }
    }
    return found;
  };
  return { orders, place };
}

/**
 * Two more coordinates in front, which are mixtures of all of the others: they tell nearly all unknowns
 * apart that are not the same, however many coordinates follow.
 */
function withDigests({ orders, images }: Quotient, k: number, q: number): Quotient {
  const width = orders.length + 2;
  const mixed = new Int32Array(k * width);
  for (let i = 0; i < k; i++) {
    const own = images.subarray(i * orders.length, (i + 1) * orders.length);
    mixed.set(own, i * width + 2);
    for (const [j, order] of orders.entries()) {
      for (const at of [0, 1]) {
        const weight = ((Math.imul(j + 1, 0x9e3779b1 + 2 * at) >>> 7) % order) * (q / order);
        mixed[i * width + at] = (mixed[i * width + at] + own[j] * weight) % q;
      }
    }
  }
  return { orders: [q, q, ...orders], images: mixed };
}

/** Whether the one relation given is 0 for all that is known of its unknowns. */
export function isZero({ members, times }: Relations, { modulus, orders, of }: Places): boolean {
  const known: (readonly [number, Int32Array])[] = [];
  for (let at = 0; at < 3; at++) {
    if (times[at] % modulus === 0) continue;
    const place = of[members[at]];
    if (!place) return false;
    known.push([times[at], place]);
  }
  for (let j = 0; j < orders.length; j++) {
    let sum = 0;
    for (const [count, place] of known) sum += count * place[j];
    if (sum % orders[j] !== 0) return false;
  }
  return true;
}

/** Whether two unknowns are proved to be one. */
export function hasTwins(of: Places["of"]): boolean {
  const alike = new Map<string, Int32Array[]>();
  return of.some((place) => {
    if (!place) return false;
    const key = place.subarray(0, 16).join();
    const others = alike.get(key) ?? [];
    alike.set(key, [...others, place]);
    return others.some((other) => other.every((value, j) => value === place[j]));
  });
}
