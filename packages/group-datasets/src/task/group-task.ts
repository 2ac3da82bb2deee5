import type { FiniteGroup } from "../group/finite-group.ts";
import type { Task } from "./task.ts";
import { tupleTask } from "./tuple-task.ts";

/** A group's multiplication table as a task: shown a and b, answer a·b. Example a·M + b is (a, b). */
export function groupTask(id: string, group: FiniteGroup): Task {
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
