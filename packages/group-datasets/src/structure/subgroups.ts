import { InputError } from "../errors.ts";
import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkElement, groupOfTable, nameFrom } from "../group/make-group.ts";
import { seen } from "../text/seen.ts";

/**
 * The elements of the subgroup that these elements generate, ascending; the identity alone for none.
 *
 * @throws InputError if one is no element
 */
export function generatedSubgroup(group: FiniteGroup, generators: Iterable<number>): Uint16Array {
  checkGroup(group);
  if (typeof generators !== "object" || typeof generators?.[Symbol.iterator] !== "function") {
    throw new InputError(
      `elements that generate a subgroup are needed, got ${seen(generators)}`,
      "such as [1, 2]",
    );
  }
  return generate(group, generators).elements;
}

/** Those of the elements that the earlier ones do not generate: at most log₂ M of them generate all. */
export function subgroupGenerators(group: FiniteGroup, elements: Iterable<number>): number[] {
  return generate(group, elements).chosen;
}

function generate(group: FiniteGroup, generators: Iterable<number>) {
  const reached = new Uint8Array(group.order);
  const found = [group.identity];
  reached[group.identity] = 1;
  const chosen: number[] = [];
  for (const g of generators) {
    checkElement(group.name, group.order, g);
    if (reached[g]) continue;
    chosen.push(g);
    // begin again with one generator more: products with each of them, from the right
    for (let i = 0; i < found.length; i++) {
      for (const h of chosen) {
        const product = group.multiply(found[i], h);
        if (reached[product]) continue;
        reached[product] = 1;
        found.push(product);
      }
    }
  }
  return { elements: Uint16Array.from(found).sort(), chosen };
}

/**
 * A subgroup as a group of its own: its element i is `elements[i]`, keeping its label.
 *
 * @param elements a subgroup, as `generatedSubgroup` gives it
 * @throws InputError if they are none
 */
export function subgroup(
  group: FiniteGroup,
  elements: ArrayLike<number>,
  options: { name?: string } = {},
): FiniteGroup {
  checkSubgroup(group, elements);
  const name = nameFrom(options, `subgroup of ${group.name}`);
  const order = elements.length;
  const index = new Uint16Array(group.order);
  for (let i = 0; i < order; i++) index[elements[i]] = i;
  const table = new Uint16Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      table[i * order + j] = index[group.multiply(elements[i], elements[j])];
    }
  }
  const identity = index[group.identity];
  return groupOfTable({ order, name, identity, table, label: (a) => group.label(elements[a]) });
}

/**
 * Left cosets a·H of a subgroup H, numbered by their smallest elements: element → coset.
 *
 * @throws InputError if the elements are no subgroup
 */
export function leftCosets(group: FiniteGroup, elements: ArrayLike<number>): Uint16Array {
  checkSubgroup(group, elements);
  const unassigned = 0xffff;
  const cosetOf = new Uint16Array(group.order).fill(unassigned);
  let count = 0;
  for (let a = 0; a < group.order; a++) {
    if (cosetOf[a] !== unassigned) continue;
    for (let i = 0; i < elements.length; i++) cosetOf[group.multiply(a, elements[i])] = count;
    count++;
  }
  return cosetOf;
}

function checkSubgroup(group: FiniteGroup, elements: ArrayLike<number>): void {
  checkGroup(group);
  const { length } = Object(elements) as Partial<ArrayLike<number>>;
  const isList = typeof elements === "object" && Number.isInteger(length);
  if (!isList || (length as number) > group.order) {
    throw new InputError(
      `the elements of a subgroup of ${group.name} are needed, got ${seen(elements)}`,
      "as generatedSubgroup gives them",
    );
  }
  const generated = generate(group, Array.from(elements)).elements.length;
  if (generated === length) return;
  throw new InputError(
    `${length} elements of ${group.name} are no subgroup`,
    `they generate one of ${generated}, as generatedSubgroup gives it`,
  );
}
