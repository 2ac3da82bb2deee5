import type { Task } from "@grokscape/group-datasets";

/** One entry of a table as it is shown. */
export interface Entry {
  readonly row: string;
  readonly column: string;
  readonly answer: string;
  /** Place of the answer in the order of symbols, from 0 to 1. */
  readonly place: number;
  /** Index of the example. */
  readonly index: number;
}

const letters = "ABCDEFGHIJK";
/** An order that follows no rule, so that none shows through. */
const scattered = [1, 9, 10, 8, 4, 3, 0, 6, 2, 7, 5];

/**
 * The table's entries, row by row: with the group's own symbols in their order, or renamed to
 * letters and scattered, which is all that a network with one-hot inputs knows of them.
 *
 * @param task a group's, of at most 11 elements
 */
export function entries(task: Task, disguised: boolean): Entry[] {
  const { classes } = task;
  const order = disguised
    ? scattered.filter((element) => element < classes)
    : Array.from({ length: classes }, (_, i) => i);
  const place = (element: number) => order.indexOf(element);
  const name = (element: number) =>
    disguised ? letters[place(element)]! : (task.symbol?.(element) ?? String(element));
  return order.flatMap((a) =>
    order.map((b) => {
      const index = a * classes + b;
      const { label } = task.example(index);
      return {
        row: name(a),
        column: name(b),
        answer: name(label),
        place: place(label) / (classes - 1),
        index,
      };
    }),
  );
}
