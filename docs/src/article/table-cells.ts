import { split, task as taskById } from "@grokscape/group-datasets";
import { count } from "../demo/numbers.ts";
import { entries } from "./disguise.ts";
import type { ArticleWords } from "./words/index.ts";

/** A square of the table, its names of rows and columns among them. */
export interface Cell {
  readonly text: string;
  readonly kind: "head" | "shown" | "covered";
  /** Place of the answer in the order of symbols, from 0 to 1. */
  readonly place?: number;
}

/** A table with so many percent of its entries covered, row by row, and what is said of it. */
export function tableCells(
  id: string,
  percent: number,
  disguised: boolean,
  words: ArticleWords["taskTable"],
) {
  const task = taskById(id);
  const { train } = split(task, { fraction: 1 - percent / 100, seed: 1 });
  const shown = new Set(train);
  const all = entries(task, disguised);
  const head = (text: string): Cell => ({ text, kind: "head" });
  const rows = all.flatMap(({ row, answer, place, index }, i): Cell[] => {
    const entry: Cell = shown.has(index)
      ? { text: answer, kind: "shown", place }
      : { text: "", kind: "covered" };
    return i % task.classes === 0 ? [head(row), entry] : [entry];
  });
  const covered = words.count(count(task.size - shown.size), count(task.size));
  const says = disguised ? words.disguised : words.plain;
  return {
    order: task.classes,
    cells: [head(""), ...all.slice(0, task.classes).map(({ column }) => head(column)), ...rows],
    covered,
    says,
    label: `${words.title}. ${words.covered}: ${covered}. ${says}`,
  };
}
