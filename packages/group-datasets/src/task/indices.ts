import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import { checkHeld, type Task } from "./task.ts";

/**
 * @throws InputError unless these are whole numbers in [0, size), of no more examples than can be held
 *   at once
 */
export function checkIndices(task: Task, indices: ArrayLike<number>): void {
  const { id, size } = task;
  const { length } = Object(indices) as Partial<ArrayLike<number>>;
  if (typeof indices !== "object" || !Number.isSafeInteger(length) || (length as number) < 0) {
    throw new InputError(
      `indices of examples are needed, got ${seen(indices)}`,
      "such as [0, 1, 2]",
    );
  }
  checkHeld(task, length);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (Number.isInteger(index) && index >= 0 && index < size) continue;
    throw new InputError(`${id} has no example ${seen(index)}`, `its examples are 0 … ${size - 1}`);
  }
}
