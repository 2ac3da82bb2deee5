import type { FiniteGroup } from "@grokscape/group-datasets";

/** Whether an element's powers are the whole group; in a cyclic one a few tries find such an element. */
export function isCyclic(group: FiniteGroup): boolean {
  for (let a = 0; a < group.order; a++) {
    let powers = 1;
    for (let power = a; power !== group.identity; power = group.multiply(power, a)) powers++;
    if (powers === group.order) return true;
  }
  return false;
}
