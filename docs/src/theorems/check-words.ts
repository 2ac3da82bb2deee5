import { type Check, holds } from "./checks.ts";
import type { TheoremWords } from "./words.ts";

/** Four digits, and no more than are needed. */
const digits = (value: number) => String(Number(value.toPrecision(4))).replace("-", "−");

/** Both sides of a statement at one of its knob's positions, and whether it holds there, as text. */
export function checkWords(check: Check, index: number, words: TheoremWords) {
  const position = check.positions[index]!;
  const numbers = check.compute(position);
  const agree = holds(check.relation, numbers);
  return {
    position: `${check.knob} = ${position}`,
    left: digits(numbers[0]),
    right: digits(numbers[1]),
    says: agree ? words.holds : words.fails,
    agree,
  };
}
