import * as source from "#small-groups";
import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { seen } from "../text/seen.ts";

/** Largest order whose groups `smallGroup` knows. */
export const maximumSmallGroupOrder = 127;

/**
 * Makes `smallGroup` ready. In Node it is so from the start; in a browser its data (10 kB) are
 * fetched by this call, so that a page that does not use them does not pay for them.
 */
export const loadSmallGroups: () => Promise<void> = source.loadSmallGroups;

/**
 * The group with this number in GAP's library of small groups (SmallGrp: Besche, Eick, O'Brien). All
 * 1268 groups of order up to 127 are there. Elements of solvable groups are words in generators
 * g₁, g₂, …, numbered by their exponents.
 *
 * @param id from 1 to `smallGroupCount(order)`
 * @throws InputError if there is no such group, or, in a browser, before `loadSmallGroups()`
 */
export function smallGroup(order: number, id: number): FiniteGroup {
  const count = smallGroupCount(order);
  const group = Number.isInteger(id) ? source.library().fromLibrary(order, id) : undefined;
  if (group) return group;
  throw new InputError(
    `there is no SmallGroup(${order}, ${seen(id)})`,
    `ids of order ${order} are 1 … ${count}`,
  );
}

/** How many groups of this order there are, up to isomorphism. @throws InputError beyond order 127 */
export function smallGroupCount(order: number): number {
  if (!Number.isInteger(order) || order < 1 || order > maximumSmallGroupOrder) {
    throw new InputError(
      `no small groups of order ${seen(order)} are known here`,
      `orders 1 … ${maximumSmallGroupOrder} are`,
    );
  }
  return source.library().countInLibrary(order);
}
