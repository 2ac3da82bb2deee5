import { InputError } from "../errors.ts";
import { reader, type Task } from "../task/task.ts";
import { seen } from "../text/seen.ts";

/** Symbols that are never shown in training. */
export interface HeldOut {
  /** Each in [0, vocabulary). */
  readonly symbols: readonly number[];
  /** In which place, from 0; in every place if left out. */
  readonly operand?: number;
}

/** Example → 1 if it shows a symbol that is held out, else 0. @throws InputError */
export function blockedExamples(task: Task, holdOut: HeldOut): Uint8Array {
  const { id, operands, vocabulary, size } = task;
  const { symbols, operand } = Object(holdOut) as HeldOut;
  if (!Array.isArray(symbols)) {
    throw new InputError(
      `holdOut.symbols must be an array of symbols, got ${seen(symbols)}`,
      "such as { symbols: [3] }",
    );
  }
  const isHeldOut = new Uint8Array(vocabulary);
  for (const symbol of symbols) {
    if (!Number.isInteger(symbol) || symbol < 0 || symbol >= vocabulary) {
      throw new InputError(
        `${id} has no symbol ${seen(symbol)} to hold out`,
        `its symbols are 0 … ${vocabulary - 1}`,
      );
    }
    isHeldOut[symbol] = 1;
  }
  if (operand !== undefined && !(Number.isInteger(operand) && operand >= 0 && operand < operands)) {
    throw new InputError(
      `${id} has no operand ${seen(operand)}`,
      `its operands are 0 … ${operands - 1}`,
    );
  }
  const [first, last] = operand === undefined ? [0, operands - 1] : [operand, operand];
  const read = reader(task);
  const shown = new Array<number>(operands);
  const blocked = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    read(index, shown, 0);
    for (let i = first; i <= last; i++) blocked[index] |= isHeldOut[shown[i]];
  }
  return blocked;
}
