import { InputError } from "../errors.ts";
import { reader, type Task } from "./task.ts";

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
  const { operands: arity, size } = task;
  const count = indices.length;
  const operands = new Uint16Array(count * arity);
  const labels = new Uint16Array(count);
  const read = reader(task);
  for (let row = 0; row < count; row++) {
    const index = indices[row];
    if (!(index >= 0 && index < size && Number.isInteger(index))) {
      throw new InputError(
        `${task.id} has no example ${index}`,
        `its examples are 0 … ${size - 1}`,
      );
    }
    labels[row] = read(index, operands, row * arity);
  }
  return { count, arity, operands, labels };
}
