import type { FiniteGroup } from "../group/finite-group.ts";
import type { Task } from "./task.ts";
import { tupleTask } from "./tuple-task.ts";

/** A factor of a word: an operand or its inverse. */
export interface Letter {
  /** Number of the operand, from 0. */
  readonly operand: number;
  readonly inverted?: boolean;
}

/** Every letter's value in a group, multiplied from left to right: a·b⁻¹, a·b·a⁻¹, a·b·c, … */
export function wordTask(id: string, group: FiniteGroup, word: readonly Letter[]): Task {
  const { order, table, inverse, label: symbol } = group;
  const made = tupleTask({
    id,
    title: `${writtenWord(word)} in ${group.name}`,
    operands: Math.max(...word.map(({ operand }) => operand)) + 1,
    vocabulary: order,
    classes: order,
    label(shown) {
      let product = group.identity;
      for (const { operand, inverted } of word) {
        const factor = shown[operand];
        product = table[product * order + (inverted ? inverse(factor) : factor)];
      }
      return product;
    },
    symbol,
  });
  return isProduct(word) ? { ...made, group } : made;
}

/** "a·b⁻¹" */
function writtenWord(word: readonly Letter[]): string {
  return word
    .map(({ operand, inverted }) => "abcdefghijklmnopqrstuvwxyz"[operand] + (inverted ? "⁻¹" : ""))
    .join("·");
}

/** Whether it is a·b. */
function isProduct(word: readonly Letter[]): boolean {
  return word.length === 2 && word.every(({ operand, inverted }, i) => operand === i && !inverted);
}
