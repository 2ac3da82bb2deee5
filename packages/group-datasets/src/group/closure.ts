import { InputError } from "../errors.ts";
import type { FiniteGroup } from "./finite-group.ts";
import { groupOfTable, maximumOrder, tableFrom } from "./make-group.ts";

/** An element: a list of whole numbers, such as the images of points or the entries of a matrix. */
export type Entries = Uint32Array;

interface Closure {
  readonly name: string;
  readonly identity: Entries;
  readonly generators: readonly Entries[];
  readonly multiply: (a: Entries, b: Entries) => Entries;
  readonly label: (a: Entries) => string;
}

/** Most numbers that all elements may have together: a group of the largest order, acting on itself. */
export const maximumEntries = maximumOrder ** 2;

/**
 * The group that generators make, such as permutations or matrices, numbered in lexicographic order
 * after the identity. Only products with generators are computed; the table follows from them.
 *
 * @throws InputError if there are more elements than a group may have here, or too long ones
 */
export function closure({ name, identity, generators, multiply, label }: Closure): FiniteGroup {
  const known = new Elements();
  known.add(identity);
  const chosen: Entries[] = [];
  for (const generator of generators) {
    if (known.place(generator) >= 0) continue;
    chosen.push(generator);
    // begin again with one generator more
    for (let i = 0; i < known.all.length; i++) {
      for (const g of chosen) known.add(multiply(known.all[i], g));
      checkSize(name, known.all.length, identity.length);
    }
  }
  const elements = new Elements();
  elements.add(identity);
  for (const a of known.all.sort(lexicographic)) elements.add(a);
  const timesGenerator = chosen.map((g) =>
    Uint16Array.from(elements.all, (a) => elements.place(multiply(a, g))),
  );
  const order = elements.all.length;
  return groupOfTable({
    order,
    name,
    identity: 0,
    table: tableFrom(timesGenerator, order, 0),
    label: (a) => label(elements.all[a]),
  });
}

function checkSize(name: string, count: number, length: number): void {
  if (count > maximumOrder) {
    const megabytes = Math.ceil((2 * maximumOrder ** 2) / 1e6);
    throw new InputError(
      `${name} has more than ${maximumOrder} elements`,
      `the Cayley table of so many takes ${megabytes} MB`,
    );
  }
  if (count * length <= maximumEntries) return;
  throw new InputError(
    `${name} has ${count} elements or more, lists of ${length} numbers each`,
    `all elements together may have ${maximumEntries} numbers`,
  );
}

/** Elements in the order they were added in, none twice. */
class Elements {
  readonly all: Entries[] = [];
  readonly #alike = new Map<number, number[]>();

  /** Its place, or −1. */
  place(a: Entries): number {
    const same = (i: number): boolean => lexicographic(a, this.all[i]) === 0;
    return this.#alike.get(hash(a))?.find(same) ?? -1;
  }

  add(a: Entries): void {
    if (this.place(a) >= 0) return;
    const key = hash(a);
    this.#alike.set(key, [...(this.#alike.get(key) ?? []), this.all.length]);
    this.all.push(a);
  }
}

/** FNV-1a, a number at a time. */
function hash(a: Entries): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < a.length; i++) value = Math.imul(value ^ a[i], 0x01000193);
  return value;
}

/** Compares two lists of the same length by the first place where they differ. */
function lexicographic(a: Entries, b: Entries): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
