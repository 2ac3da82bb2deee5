import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import type { Task } from "./task.ts";

/** A group's multiplication table as a task: shown a and b, answer a·b. Example a·M + b is (a, b). */
export function groupTask(id: string, group: FiniteGroup): Task {
  const { order, table, name } = group;
  const size = order * order;
  return {
    id,
    title: `the multiplication table of ${name}`,
    operands: 2,
    vocabulary: order,
    classes: order,
    size,
    example(index) {
      if (!Number.isInteger(index) || index < 0 || index >= size) {
        throw new InputError(`${id} has no example ${index}`, `its examples are 0 … ${size - 1}`);
      }
      return { operands: [Math.floor(index / order), index % order], label: table[index] };
    },
    group,
  };
}
