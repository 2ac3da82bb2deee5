import type { FiniteGroup } from "../group/finite-group.ts";
import { makeTask, type Task } from "./task.ts";

/** A group's multiplication table as a task: shown a and b, answer a·b. Example a·M + b is (a, b). */
export function groupTask(id: string, group: FiniteGroup): Task {
  const { order, table, name, label } = group;
  return makeTask({
    id,
    title: `the multiplication table of ${name}`,
    operands: 2,
    vocabulary: order,
    classes: order,
    size: order * order,
    read(index, into, at) {
      into[at] = Math.floor(index / order);
      into[at + 1] = index % order;
      return table[index];
    },
    group,
    symbol: label,
    answer: label,
  });
}
