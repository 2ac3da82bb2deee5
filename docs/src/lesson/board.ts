import type { Task } from "@grokscape/group-datasets";
import { shortName } from "./game.ts";

/** The table as a grid of cells that know nothing yet: in the page, and on the server alike. */
export function boardMarkup(task: Task, label: string): string {
  const { classes } = task;
  const elements = Array.from({ length: classes }, (_, element) => element);
  const names = elements.map((element) => shortName(task, element));
  const heads = names.map((name) => `<th scope="col">${name}</th>`).join("");
  const rows = names.map((name, row) => {
    const cells = elements.map((column) => {
      const cell = row * classes + column;
      return `<td data-cell="${cell}" data-kind="uncovered" tabindex="${cell === 0 ? 0 : -1}"></td>`;
    });
    return `<tr><th scope="row">${name}</th>${cells.join("")}</tr>`;
  });
  const longest = Math.max(...names.map((name) => [...name].length));
  return `<table role="grid" aria-label="${label}" data-letters="${Math.min(3, longest)}" style="--order:${classes}"><thead><tr><td></td>${heads}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
