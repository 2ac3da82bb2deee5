import { InputError } from "../errors.ts";
import { maximumTaskSize, reader, type Task } from "../task/task.ts";

/** Example → the first example that shows the same operands in some order. @throws InputError */
export function firstTransposes(task: Task): Uint32Array {
  const { id, operands, vocabulary, size } = task;
  const tuples = vocabulary ** operands;
  if (tuples > maximumTaskSize) {
    throw new InputError(
      `${id} has ${vocabulary}^${operands} tuples of symbols, too many to keep transposes together`,
      `${maximumTaskSize} are possible`,
    );
  }
  const unseen = 0xffffffff;
  const firstWith = new Uint32Array(tuples).fill(unseen);
  const read = reader(task);
  const shown = new Uint16Array(operands);
  const first = new Uint32Array(size);
  for (let index = 0; index < size; index++) {
    read(index, shown, 0);
    let key = 0;
    for (const symbol of shown.sort()) key = key * vocabulary + symbol;
    if (firstWith[key] === unseen) firstWith[key] = index;
    first[index] = firstWith[key];
  }
  return first;
}
