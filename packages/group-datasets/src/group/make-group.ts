import { InputError } from "../errors.ts";
import type { FiniteGroup } from "./finite-group.ts";

/** Largest order of a group: its Cayley table then takes 128 MB. */
export const maximumOrder = 8192;

/** @throws InputError unless the builder's parameter is a whole number, at least `least` */
export function checkParameter(builder: string, value: number, least = 1): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new InputError(`${builder}(${value}) is no group`, `give a whole number from ${least}`);
}

/** @throws InputError if `order` is no whole number from 1 to `maximumOrder` */
export function checkOrder(order: number, name: string): void {
  if (!Number.isInteger(order) || order < 1) {
    throw new InputError(`${name} has no order ${order}`, "an order is a whole number from 1");
  }
  if (order > maximumOrder) {
    const megabytes = Math.ceil((2 * order * order) / 1e6);
    throw new InputError(
      `${name} has order ${order}, whose Cayley table takes ${megabytes} MB`,
      `orders up to ${maximumOrder} are built`,
    );
  }
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

/** A group from a Cayley table that is known to be one. */
export function groupOfTable({ order, name, identity, table, label }: TableParts): FiniteGroup {
  const inverses = new Uint16Array(order);
  for (let a = 0; a < order; a++) {
    inverses[a] = table.subarray(a * order, (a + 1) * order).indexOf(identity);
  }
  return {
    order,
    name,
    table,
    identity,
    inverse: (a) => inverses[a],
    multiply: (a, b) => table[a * order + b],
    label,
  };
}
