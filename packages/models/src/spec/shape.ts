import type { TaskShape } from "@grokscape/group-datasets";
import { type NumberForm, unmet, whole } from "./form.ts";
import { checkFields, type Requirement } from "./requirement.ts";

/** Symbols and classes are kept in 16 bits. */
const symbols = within(whole(1, 2 ** 16));

/** @throws InputError if a measure of the task is no whole number in its range */
export function checkShape(shape: TaskShape): void {
  checkFields<TaskShape>("task", shape, {
    operands: within(whole(1, 1024)),
    vocabulary: symbols,
    classes: symbols,
  });
}

function within(form: NumberForm): Requirement {
  return (value) => unmet(form, value);
}
