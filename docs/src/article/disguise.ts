import type { Task } from "@grokscape/group-datasets";
import type { GroupTable } from "@grokscape/viz";

const letters = "ABCDEFGHIJK";
/** 0 to 10, shuffled so that no pattern is left. */
const scattered = [1, 9, 10, 8, 4, 3, 0, 6, 2, 7, 5];

/** A task's table in an order of its symbols, and the index of the example that stands at each place. */
export interface Arranged extends GroupTable {
  readonly examples: readonly number[];
}

/**
 * The table with the group's own symbols in their order, or with these renamed to letters and
 * scattered, which is all that a network with one-hot inputs knows of them.
 *
 * @param task a group's, of at most 11 elements
 */
export function arranged(task: Task, name: string, disguised: boolean): Arranged {
  const { classes } = task;
  const order = disguised
    ? scattered.filter((element) => element < classes)
    : Array.from({ length: classes }, (_, i) => i);
  const examples = order.flatMap((a) => order.map((b) => a * classes + b));
  return {
    order: classes,
    name,
    table: examples.map((index) => order.indexOf(task.example(index).label)),
    label: (place) =>
      disguised ? letters[place]! : (task.symbol?.(order[place]!) ?? String(order[place]!)),
    examples,
  };
}
