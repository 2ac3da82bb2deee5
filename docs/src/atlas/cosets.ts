import { elementOrders, type FiniteGroup } from "@grokscape/group-datasets";

/** An element of largest order, the first in the group's own list. */
export function strongest(group: FiniteGroup): number {
  const orders = elementOrders(group);
  return orders.indexOf(Math.max(...orders));
}

/**
 * The elements in an order that lets the Cayley table show its blocks: the powers of an element of largest
 * order, then the cosets of the subgroup that they form.
 */
export function sortedByPowers(group: FiniteGroup): number[] {
  const generator = strongest(group);
  const powers = [group.identity];
  for (let x = generator; x !== group.identity; x = group.multiply(x, generator)) powers.push(x);
  const sorted: number[] = [];
  const placed = new Set<number>();
  for (let a = 0; a < group.order; a++) {
    const representative = sorted.length === 0 ? group.identity : a;
    if (placed.has(representative)) continue;
    for (const power of powers) {
      const element = group.multiply(power, representative);
      placed.add(element);
      sorted.push(element);
    }
  }
  return sorted;
}

/** The Cayley table of the elements in that order: row-major, places instead of elements. */
export function sortedTable(group: FiniteGroup, sorted: readonly number[]): number[] {
  const place = placesOf(sorted);
  return sorted.flatMap((a) => sorted.map((b) => place[group.multiply(a, b)]!));
}

/** Where each element stands in a list of all. */
export function placesOf(sorted: readonly number[]): number[] {
  const places: number[] = [];
  for (const [place, element] of sorted.entries()) places[element] = place;
  return places;
}
