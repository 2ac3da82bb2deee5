import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { groupOfTable } from "../group/make-group.ts";

/**
 * The elements of the subgroup that these elements generate, ascending; the identity alone for none.
 *
 * @throws InputError if one is no element
 */
export function generatedSubgroup(group: FiniteGroup, generators: Iterable<number>): Uint16Array {
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
    checkElement(group, g);
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
 * @throws InputError if the elements are not closed under multiplication
 */
export function subgroup(
  group: FiniteGroup,
  elements: ArrayLike<number>,
  { name = `subgroup of ${group.name}` }: { name?: string } = {},
): FiniteGroup {
  const order = elements.length;
  const index = new Int32Array(group.order).fill(-1);
  for (let i = 0; i < order; i++) {
    checkElement(group, elements[i]);
    index[elements[i]] = i;
  }
  const table = new Uint16Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      const product = index[group.multiply(elements[i], elements[j])];
      if (product < 0) {
        const [a, b] = [group.label(elements[i]), group.label(elements[j])];
        throw new InputError(
          `${order} elements of ${group.name} are no subgroup`,
          `${a}·${b} is not among them; generatedSubgroup makes one`,
        );
      }
      table[i * order + j] = product;
    }
  }
  const identity = index[group.identity];
  if (order === 0 || identity < 0) {
    throw new InputError(`a subgroup of ${group.name} without the identity`);
  }
  return groupOfTable({ order, name, identity, table, label: (a) => group.label(elements[a]) });
}

/** Left cosets a·H of a subgroup H, numbered by their smallest elements: element → coset. */
export function leftCosets(group: FiniteGroup, elements: ArrayLike<number>): Uint16Array {
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

function checkElement({ order, name }: FiniteGroup, a: number): void {
  if (Number.isInteger(a) && a >= 0 && a < order) return;
  throw new InputError(`${name} has no element ${a}`, `its elements are 0 … ${order - 1}`);
}
