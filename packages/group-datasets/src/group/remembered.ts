import { checkGroup } from "./check-group.ts";
import type { FiniteGroup } from "./finite-group.ts";

/** What `compute` gave for this group the first time; forgotten with the group. */
export function remembered<Value>(
  known: WeakMap<FiniteGroup, Value>,
  group: FiniteGroup,
  compute: (group: FiniteGroup) => Value,
): Value {
  checkGroup(group);
  const before = known.get(group);
  if (before !== undefined) return before;
  const value = compute(group);
  known.set(group, value);
  return value;
}
