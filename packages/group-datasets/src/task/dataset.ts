import type { Task } from "./task.ts";

/** Examples as typed arrays, a row an example. */
export interface Dataset {
  /** Number of rows, n. */
  readonly count: number;
  /** Operands a row. */
  readonly arity: number;
  /** n × arity, row-major. */
  readonly operands: Uint16Array;
  /** n labels. */
  readonly labels: Uint16Array;
}

/**
 * The examples with these indices, in this order.
 *
 * @throws InputError if one of them is no whole number in [0, size)
 */
export function dataset(task: Task, indices: ArrayLike<number>): Dataset {
  const count = indices.length;
  const arity = task.operands;
  const operands = new Uint16Array(count * arity);
  const labels = new Uint16Array(count);
  for (let row = 0; row < count; row++) {
    const index = indices[row];
    if (task.read && index >= 0 && index < task.size && Number.isInteger(index)) {
      labels[row] = task.read(index, operands, row * arity);
      continue;
    }
    const example = task.example(index);
    operands.set(example.operands, row * arity);
    labels[row] = example.label;
  }
  return { count, arity, operands, labels };
}
