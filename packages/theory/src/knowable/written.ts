import type { Example, Task } from "@grokscape/group-datasets";

/** An example as an equation: "2∘3 = 5"; of two operations, which one it is: "2∘₁3 = 5". */
export function written(
  { operations, symbol = String }: Pick<Task, "operations" | "symbol">,
  { operands, label }: Example,
  name: (symbol: number) => string = String,
  answer: (label: number) => string = String,
): string {
  const sign = operations ? symbol(operands[0]) : "∘";
  const shown = operations ? operands.slice(1) : operands;
  return `${shown.map((operand) => name(operand)).join(sign)} = ${answer(label)}`;
}
