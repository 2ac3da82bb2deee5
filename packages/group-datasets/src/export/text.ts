import { InputError } from "../errors.ts";
import type { Dataset } from "../task/dataset.ts";
import { checkedDataset } from "./checked-dataset.ts";

/**
 * The examples as CSV: a header `operand1,operand2,…,label`, then a line each.
 *
 * @throws InputError if it is no dataset, or has too many examples for one string
 */
export function toCsv(data: Dataset): string {
  const names = Array.from({ length: checkedDataset(data).arity }, (_, i) => `operand${i + 1}`);
  return joined(data, [...names, "label"].join(), (operands, label) => `${operands},${label}`);
}

/**
 * The examples as JSON Lines: `{"operands":[1,2],"label":3}` each.
 *
 * @throws InputError if it is no dataset, or has too many examples for one string
 */
export function toJsonl(data: Dataset): string {
  return joined(
    checkedDataset(data),
    "",
    (operands, label) => `{"operands":[${operands}],"label":${label}}`,
  );
}

/** Longest string that every engine holds. */
const longest = 2 ** 28;

function joined(
  { count, arity, operands, labels }: Dataset,
  header: string,
  line: (operands: string, label: number) => string,
): string {
  const width = line("65535,".repeat(arity), 65535).length + 1;
  if (count * width > longest) {
    throw new InputError(
      `${count} examples are too many for one text`,
      `write them in parts of ${Math.floor(longest / width)}`,
    );
  }
  const lines = header ? [header] : [];
  for (let row = 0; row < count; row++) {
    lines.push(line(operands.subarray(row * arity, (row + 1) * arity).join(), labels[row]));
  }
  return lines.map((each) => `${each}\n`).join("");
}
