import { split, task as taskById } from "@grokscape/group-datasets";
import { cayleyTable } from "@grokscape/viz";
import { count } from "../demo/numbers.ts";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import { arranged } from "./disguise.ts";
import { articleWords } from "./words/index.ts";

/** The tasks that can be chosen, and what their groups are called. */
export const tasks = { "cyclic:11": "Z₁₁", "dihedral:5": "D₅" } as const;

/** A table with so many percent of its entries covered, and what is said of it. */
export function drawTask(
  id: keyof typeof tasks,
  percent: number,
  disguised: boolean,
  language: Locale,
): { readonly draw: Draw; readonly covered: string } {
  const words = articleWords[language].taskTable;
  const task = taskById(id);
  const shown = new Set(split(task, { fraction: 1 - percent / 100, seed: 1 }).train);
  const table = arranged(task, tasks[id], disguised);
  const covered = table.examples.flatMap((index, place) => (shown.has(index) ? [] : [place]));
  return {
    draw: (width, document) => cayleyTable(table, { covered, language, width, document }),
    covered: words.count(count(covered.length), count(task.size)),
  };
}
