import { InputError } from "../errors.ts";
import type { FiniteGroup } from "./finite-group.ts";

/** Largest order of a group: its Cayley table then takes 128 MB. */
export const maximumOrder = 8192;

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
  /** a·b, called once for each pair. */
  readonly multiply: (a: number, b: number) => number;
  readonly label: (a: number) => string;
}

/** A group from a multiplication that is known to be one. */
export function makeGroup({ order, name, identity, multiply, label }: GroupParts): FiniteGroup {
  checkOrder(order, name);
  const table = new Uint16Array(order * order);
  for (let a = 0; a < order; a++) {
    for (let b = 0; b < order; b++) table[a * order + b] = multiply(a, b);
  }
  return groupOfTable({ order, name, identity, table, label });
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
