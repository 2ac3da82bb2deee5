import { InputError } from "../errors.ts";
import { words } from "../structure/generators.ts";
import { seen } from "../text/seen.ts";

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
 * Associativity is decided by Light's test on a generating set: O(M²·g) for g generators.
 *
 * @returns the identity
 * @throws NotAGroupError unless the flat table is a group's
 */
export function checkTable(table: ArrayLike<number>, order: number): number {
  checkClosure(table, order);
  checkLatin(table, order);
  const identity = findIdentity(table, order);
  checkAssociativity(table, order, identity);
  return identity;
}

function checkClosure(table: ArrayLike<number>, order: number): void {
  for (let i = 0; i < table.length; i++) {
    const product = table[i];
    if (Number.isInteger(product) && product >= 0 && product < order) continue;
    const [a, b] = [Math.floor(i / order), i % order];
    const message = `${a}·${b} is ${seen(product)}, which is none of the elements 0 … ${order - 1}`;
    throw new NotAGroupError("closure", [a, b], message);
  }
}

function checkLatin(table: ArrayLike<number>, order: number): void {
  for (const [along, lines, places] of [
    ["row", order, 1],
    ["column", 1, order],
  ] as const) {
    for (let line = 0; line < order; line++) {
      const seenAt = new Int32Array(order).fill(-1);
      for (let i = 0; i < order; i++) {
        const product = table[line * lines + i * places];
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
  const multiply = (a: number, b: number): number => table[a * order + b];
  for (const g of words({ order, identity, multiply }).generators) {
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
