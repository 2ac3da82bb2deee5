import { checkIndices } from "./indices.ts";
import { checkHeld, checkTask, reader, type Task } from "./task.ts";

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
 * The examples with these indices, in this order; all of the task, if none are given.
 *
 * @throws InputError if one of them is no whole number in [0, size), if the task shows a symbol or has
 *   a label that is not below its `vocabulary` or `classes`, or if they are too many to hold at once
 */
export function dataset(task: Task, indices?: ArrayLike<number>): Dataset {
  checkTask(task);
  if (indices === undefined) return dataset(task, everyExample(task));
  checkIndices(task, indices);
  const { operands: arity } = task;
  const count = indices.length;
  const operands = new Uint16Array(count * arity);
  const labels = new Uint16Array(count);
  const read = reader(task);
  for (let row = 0; row < count; row++) labels[row] = read(indices[row], operands, row * arity);
  return { count, arity, operands, labels };
}

function everyExample(task: Task): Uint32Array {
  checkHeld(task);
  return Uint32Array.from({ length: task.size }, (_, index) => index);
}
