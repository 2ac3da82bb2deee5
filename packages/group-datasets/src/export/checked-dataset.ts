import { InputError } from "../errors.ts";
import type { Dataset } from "../task/dataset.ts";
import { seen } from "../text/seen.ts";

/** @throws InputError unless this is a dataset, whose arrays have as many numbers as it says */
export function checkedDataset(data: Dataset): Dataset {
  const { count, arity, operands, labels } = Object(data) as Dataset;
  const whole = [count, arity].every((number) => Number.isSafeInteger(number) && number >= 0);
  const arrays = [operands, labels].every((numbers) => numbers instanceof Uint16Array);
  if (!whole || !arrays) {
    throw new InputError(
      `a dataset is needed, got ${seen(data)}`,
      "make it with dataset(task, indices)",
    );
  }
  if (operands.length !== count * arity || labels.length !== count) {
    throw new InputError(
      `a dataset of ${count} examples has ${operands.length} operands and ${labels.length} labels`,
      `${arity} operands and one label an example are right`,
    );
  }
  return data;
}
