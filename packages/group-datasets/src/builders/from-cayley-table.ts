import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, groupOfTable } from "../group/make-group.ts";

/** What a table fails to be. */
export type GroupAxiom = "square" | "closure" | "latin" | "identity" | "associativity";

/** A table that is no group's: which axiom fails, and at which elements. */
export class NotAGroupError extends InputError {
  override name = "NotAGroupError";
  readonly axiom: GroupAxiom;
  readonly elements: readonly number[];

  constructor(axiom: GroupAxiom, elements: readonly number[], message: string) {
    super(`not a group (${axiom}): ${message}`);
    this.axiom = axiom;
    this.elements = elements;
  }
}

/**
 * The group with this Cayley table: `table[a][b]`, or `table[a * order + b]`, is a·b.
 * Associativity is decided by Light's test on a generating set: O(M²·g) for g generators.
 *
 * @throws NotAGroupError naming the axiom that fails and the elements where it does
 */
export function fromCayleyTable(
  table: readonly (readonly number[])[] | ArrayLike<number>,
  { name = "G", label = String }: { name?: string; label?: (a: number) => string } = {},
): FiniteGroup {
  const [order, flat] = flatten(table);
  checkOrder(order, name);
  checkClosure(flat, order);
  checkLatin(flat, order);
  const identity = findIdentity(flat, order);
  checkAssociativity(flat, order, identity);
  return groupOfTable({ order, name, identity, table: Uint16Array.from(flat), label });
}

function flatten(
  table: readonly (readonly number[])[] | ArrayLike<number>,
): [order: number, flat: ArrayLike<number>] {
  if (table.length === 0) throw new NotAGroupError("square", [], "the table is empty");
  if (typeof table[0] === "number") {
    const order = Math.round(Math.sqrt(table.length));
    if (order * order !== table.length) {
      throw new NotAGroupError("square", [], `${table.length} entries are no square number`);
    }
    return [order, table as ArrayLike<number>];
  }
  const rows = table as readonly (readonly number[])[];
  for (const [a, row] of rows.entries()) {
    if (row.length !== rows.length) {
      const message = `row ${a} has ${row.length} entries, the table ${rows.length} rows`;
      throw new NotAGroupError("square", [a], message);
    }
  }
  return [rows.length, rows.flat()];
}

function checkClosure(table: ArrayLike<number>, order: number): void {
  for (let i = 0; i < table.length; i++) {
    const product = table[i];
    if (Number.isInteger(product) && product >= 0 && product < order) continue;
    const [a, b] = [Math.floor(i / order), i % order];
    const message = `${a}·${b} is ${product}, which is none of the elements 0 … ${order - 1}`;
    throw new NotAGroupError("closure", [a, b], message);
  }
}

function checkLatin(table: ArrayLike<number>, order: number): void {
  for (const [along, at] of [
    ["row", (line: number, i: number) => table[line * order + i]],
    ["column", (line: number, i: number) => table[i * order + line]],
  ] as const) {
    for (let line = 0; line < order; line++) {
      const seenAt = new Int32Array(order).fill(-1);
      for (let i = 0; i < order; i++) {
        const product = at(line, i);
        if (seenAt[product] >= 0) {
          const message = `${product} stands twice in ${along} ${line}, at ${seenAt[product]} and ${i}`;
          throw new NotAGroupError("latin", [line, seenAt[product], i], message);
        }
        seenAt[product] = i;
      }
    }
  }
}

function findIdentity(table: ArrayLike<number>, order: number): number {
  for (let e = 0; e < order; e++) {
    let neutral = true;
    for (let a = 0; a < order && neutral; a++) {
      neutral = table[e * order + a] === a && table[a * order + e] === a;
    }
    if (neutral) return e;
  }
  throw new NotAGroupError("identity", [], "no element e has e·a = a = a·e for every a");
}

function checkAssociativity(table: ArrayLike<number>, order: number, identity: number): void {
  for (const g of generators(table, order, identity)) {
    for (let a = 0; a < order; a++) {
      const ag = table[a * order + g];
      for (let b = 0; b < order; b++) {
        const gb = table[g * order + b];
        if (table[ag * order + b] !== table[a * order + gb]) {
          const message = `(${a}·${g})·${b} = ${table[ag * order + b]}, but ${a}·(${g}·${b}) = ${table[a * order + gb]}`;
          throw new NotAGroupError("associativity", [a, g, b], message);
        }
      }
    }
  }
}

/** Elements from which products reach every other, found greedily: at most log₂ M of them in a group. */
function generators(table: ArrayLike<number>, order: number, identity: number): number[] {
  const reached = new Uint8Array(order);
  const found = [identity];
  const chosen: number[] = [];
  reached[identity] = 1;
  for (let g = 0; g < order; g++) {
    if (reached[g]) continue;
    chosen.push(g);
    reached[g] = 1;
    found.push(g);
    for (let i = 0; i < found.length; i++) {
      for (const h of chosen) {
        const product = table[found[i] * order + h];
        if (reached[product]) continue;
        reached[product] = 1;
        found.push(product);
      }
    }
  }
  return chosen;
}
