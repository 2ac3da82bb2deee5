import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { seen } from "../text/seen.ts";
import type { Task } from "./task.ts";
import { tupleTask } from "./tuple-task.ts";

/** A group's multiplication table as a task: shown a and b, answer a·b. Example a·M + b is (a, b). */
export function groupTask(id: string, group: FiniteGroup): Task {
  if (typeof Object(group).multiply !== "function") {
    throw new InputError(`a group is needed, got ${seen(group)}`, "make one, such as cyclic(7)");
  }
  const { order, table, name, label } = group;
  const made = tupleTask({
    id,
    title: `the multiplication table of ${name}`,
    operands: 2,
    vocabulary: order,
    classes: order,
    label: ([a, b]) => table[a * order + b],
    symbol: label,
  });
  return { ...made, group };
}
