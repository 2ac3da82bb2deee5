import { InputError } from "../errors.ts";
import { reader, type Task } from "../task/task.ts";

/** Symbols that are never shown in training. */
export interface HeldOut {
  /** Each in [0, vocabulary). */
  readonly symbols: readonly number[];
  /** In which place, from 0; in every place if left out. */
  readonly operand?: number;
}

/** Example → 1 if it shows a symbol that is held out, else 0. @throws InputError */
export function blockedExamples(task: Task, { symbols, operand }: HeldOut): Uint8Array {
  const { id, operands, vocabulary, size } = task;
  const isHeldOut = new Uint8Array(vocabulary);
  for (const symbol of symbols) {
    if (!Number.isInteger(symbol) || symbol < 0 || symbol >= vocabulary) {
      throw new InputError(
        `${id} has no symbol ${symbol} to hold out`,
        `its symbols are 0 … ${vocabulary - 1}`,
      );
    }
    isHeldOut[symbol] = 1;
  }
  if (operand !== undefined && !(Number.isInteger(operand) && operand >= 0 && operand < operands)) {
    throw new InputError(`${id} has no operand ${operand}`, `its operands are 0 … ${operands - 1}`);
  }
  const read = reader(task);
  const shown = new Array<number>(operands);
  return Uint8Array.from({ length: size }, (_, index) => {
    read(index, shown, 0);
    const seen = operand === undefined ? shown : [shown[operand]];
    return seen.some((symbol) => isHeldOut[symbol]) ? 1 : 0;
  });
}
