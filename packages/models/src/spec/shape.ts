import type { TaskShape } from "@grokscape/group-datasets";
import { checkFields, wholeNumber } from "./requirement.ts";

/** Symbols and classes are kept in 16 bits. */
const symbols = wholeNumber(1, 2 ** 16);

/** @throws InputError if a measure of the task is no whole number in its range */
export function checkShape(shape: TaskShape): void {
  checkFields<TaskShape>("task", shape, {
    operands: wholeNumber(1, 1024),
    vocabulary: symbols,
    classes: symbols,
  });
}
