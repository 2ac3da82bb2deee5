import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import { checkTable } from "./check-table.ts";
import type { FiniteGroup } from "./finite-group.ts";
import { isKnown, maximumOrder, remember } from "./make-group.ts";

/**
 * Lets groups of our builders pass at once, also under another name; one made by hand is looked at the
 * first time.
 *
 * @throws InputError unless this is a group
 */
export function checkGroup(group: FiniteGroup): void {
  if (isKnown(group)) return;
  const { order, table, identity, inverse, multiply, label } = Object(group) as FiniteGroup;
  const methods = [inverse, multiply, label];
  if (!(table instanceof Uint16Array) || methods.some((each) => typeof each !== "function")) {
    throw new InputError(`a group is needed, got ${seen(group)}`, "such as cyclic(5)");
  }
  let agree =
    Number.isInteger(order) &&
    order <= maximumOrder &&
    table.length === order * order &&
    checkTable(table, order) === identity;
  for (let a = 0; agree && a < order; a++) {
    agree = table[a * order + inverse(a)] === identity;
    for (let b = 0; agree && b < order; b++) agree = multiply(a, b) === table[a * order + b];
  }
  if (!agree) throw new InputError(`${seen(group.name)} is not the group of its table`);
  remember(group);
}
