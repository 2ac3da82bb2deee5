import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { fingerprint } from "../structure/element-colours.ts";
import { areIsomorphic } from "../structure/isomorphism.ts";
import { elementOrders, isAbelian } from "../structure/orders.ts";
import { smallGroup, smallGroupCount } from "./small-group.ts";

/** A group's number in GAP's library of small groups. */
export interface SmallGroupId {
  readonly order: number;
  readonly id: number;
}

/**
 * Finds a group of order up to 127 in GAP's library: by whether it is abelian, its element orders, then
 * an isomorphism search among what is left.
 *
 * @throws InputError for larger groups, or, in a browser, before `loadSmallGroups()`
 */
export function identify(group: FiniteGroup): SmallGroupId {
  checkGroup(group);
  const { order } = group;
  const abelian = isAbelian(group);
  const histogram = elementOrders(group).sort().join();
  const alike: number[] = [];
  for (let id = 1; id <= smallGroupCount(order); id++) {
    const candidate = smallGroup(order, id);
    if (isAbelian(candidate) !== abelian) continue;
    if (elementOrders(candidate).sort().join() === histogram) alike.push(id);
  }
  const print = alike.length > 1 ? fingerprint(group) : "";
  const close = alike.filter(
    (id) => alike.length === 1 || fingerprint(smallGroup(order, id)) === print,
  );
  const found =
    close.length === 1 ? close[0] : close.find((id) => areIsomorphic(smallGroup(order, id), group));
  return { order, id: found as number };
}
