import { InputError } from "../errors.ts";
import { checkMeasures, makeTask, maximumTaskSize, type Task } from "./task.ts";

interface TupleTask extends Pick<Task, "id" | "title" | "operands" | "vocabulary" | "classes"> {
  /** The right class for these operands; the array is used again for the next example. */
  readonly label: (operands: readonly number[]) => number;
  readonly symbol?: (symbol: number) => string;
  readonly answer?: (label: number) => string;
}

/**
 * A task that shows every tuple of symbols. Example i shows the digits of i in base `vocabulary`, the
 * first operand the most significant one.
 *
 * @throws InputError if there are more tuples than examples a task may have, or if its operands,
 *   vocabulary or classes are no whole numbers in [1, 2¹⁶]
 */
export function tupleTask({ label, symbol = String, answer = symbol, ...parts }: TupleTask): Task {
  const { id, operands, vocabulary } = parts;
  checkMeasures({ ...parts, size: 1 });
  const size = vocabulary ** operands;
  if (size > maximumTaskSize) {
    throw new InputError(
      `${id} would have ${vocabulary}^${operands} examples`,
      `a task may have ${maximumTaskSize} (2^26)`,
    );
  }
  const shown = new Array<number>(operands);
  return makeTask({
    ...parts,
    size,
    read(index, into, at) {
      let rest = index;
      for (let i = operands - 1; i >= 0; i--) {
        const digit = rest % vocabulary;
        shown[i] = digit;
        into[at + i] = digit;
        rest = (rest - digit) / vocabulary;
      }
      return label(shown);
    },
    symbol,
    answer,
  });
}
