import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import type { FiniteGroup } from "./finite-group.ts";

/** Largest order of a group: its Cayley table then takes 128 MB. */
export const maximumOrder = 8192;

/** @throws InputError unless the builder's parameter is a whole number, at least `least` */
export function checkParameter(builder: string, value: number, least = 1): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new InputError(
    `${builder} is given ${seen(value)}`,
    `it takes whole numbers from ${least}`,
  );
}

/** @throws InputError if `order`, a whole number from 1, is above `maximumOrder` */
export function checkOrder(order: number, name: string): void {
  if (order <= maximumOrder) return;
  const megabytes = Math.ceil((2 * order * order) / 1e6);
  throw new InputError(
    `${name} has order ${written(order)}, whose Cayley table takes ${written(megabytes)} MB`,
    `orders up to ${maximumOrder} are built`,
  );
}

const written = (n: number): string => (Number.isFinite(n) ? `${n}` : "over 10^308");

/** @throws InputError unless a is a whole number from 0 to below `order` */
export function checkElement(name: string, order: number, a: number): void {
  if (Number.isInteger(a) && a >= 0 && a < order) return;
  throw new InputError(`${name} has no element ${seen(a)}`, `its elements are 0 … ${order - 1}`);
}

/** What people call a group if they say so. @throws InputError unless it is a text, or left out */
export function nameFrom(options: { readonly name?: string }, otherwise: string): string {
  const name = options?.name;
  if (name === undefined) return otherwise;
  if (typeof name === "string") return name;
  throw new InputError(`a group is named ${seen(name)}`, "give its name as a text");
}

interface GroupParts {
  readonly order: number;
  readonly name: string;
  readonly identity: number;
  /** a·b */
  readonly multiply: (a: number, b: number) => number;
  /** Elements from which products reach every other: then `multiply` is called with these alone. */
  readonly generators?: readonly number[];
  readonly label: (a: number) => string;
}

/** A group from a multiplication that is known to be one. */
export function makeGroup(parts: GroupParts): FiniteGroup {
  const { order, name, identity, multiply, label } = parts;
  checkOrder(order, name);
  const generators = parts.generators ?? Array.from({ length: order }, (_, b) => b);
  const timesGenerator = generators.map((g) =>
    Uint16Array.from({ length: order }, (_, a) => multiply(a, g)),
  );
  const table = tableFrom(timesGenerator, order, identity);
  return groupOfTable({ order, name, identity, table, label });
}

/** The Cayley table from the maps a ↦ a·g of a generating set: a·(b·g) = (a·b)·g. */
export function tableFrom(
  timesGenerator: readonly Uint16Array[],
  order: number,
  identity: number,
): Uint16Array {
  const table = new Uint16Array(order * order);
  for (let a = 0; a < order; a++) table[a * order + identity] = a;
  const reached = new Uint8Array(order);
  reached[identity] = 1;
  const found = [identity];
  for (const b of found) {
    for (const times of timesGenerator) {
      const next = times[b];
      if (reached[next]) continue;
      reached[next] = 1;
      found.push(next);
      for (let row = 0; row < table.length; row += order) table[row + next] = times[table[row + b]];
    }
  }
  return table;
}

type TableParts = Pick<FiniteGroup, "order" | "name" | "identity" | "table" | "label">;

/** The groups that are known to be such, by their tables. */
const known = new WeakMap<Uint16Array, FiniteGroup>();

/** From now on `isKnown` says so of this group, also under another name. */
export function remember(group: FiniteGroup): void {
  known.set(group.table, group);
}

/** Whether this is a group that was made here, or found to be one. */
export function isKnown(group: FiniteGroup): boolean {
  const same = known.get(group?.table);
  const parts = ["order", "identity", "inverse", "multiply"] as const;
  return same !== undefined && parts.every((part) => group[part] === same[part]);
}

/** A group from a Cayley table that is known to be one. */
export function groupOfTable({ order, name, identity, table, label }: TableParts): FiniteGroup {
  const inverses = new Uint16Array(order);
  for (let a = 0; a < order; a++) {
    inverses[a] = table.subarray(a * order, (a + 1) * order).indexOf(identity);
  }
  const check = (a: number): void => checkElement(name, order, a);
  const group: FiniteGroup = {
    order,
    name,
    table,
    identity,
    inverse(a) {
      check(a);
      return inverses[a];
    },
    multiply(a, b) {
      check(a);
      check(b);
      return table[a * order + b];
    },
    label(a) {
      check(a);
      return label(a);
    },
  };
  remember(group);
  return group;
}
