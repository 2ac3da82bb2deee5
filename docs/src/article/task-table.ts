import { split, task as taskById } from "@grokscape/group-datasets";
import { count } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";
import { entries } from "./disguise.ts";
import { articleWords } from "./words/index.ts";

/** `<task-table>`: a group's table, partly covered; its markup is `TaskTable.astro`. */
class TaskTable extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
    this.#show();
  }

  #show(): void {
    const words = articleWords[localeOf(this.dataset.locale)].taskTable;
    const find = <Kind extends HTMLElement>(selector: string) =>
      this.querySelector(selector) as Kind;
    const id = find<HTMLInputElement>("[name=task-table-task]:checked").value;
    const percent = find<HTMLInputElement>("[type=range]").valueAsNumber;
    const disguised = find<HTMLInputElement>("[type=checkbox]").checked;

    const task = taskById(id);
    const { train } = split(task, { fraction: 1 - percent / 100, seed: 1 });
    const shown = new Set(train);
    const all = entries(task, disguised);
    const header = all.slice(0, task.classes).map(({ column }) => cell(column, "head"));
    const rows = all.flatMap(({ row, answer, place, index }, i) => {
      const entry = shown.has(index) ? cell(answer, "shown", place) : cell("", "covered");
      return i % task.classes === 0 ? [cell(row, "head"), entry] : [entry];
    });
    const cells = find("[data-part=cells]");
    cells.style.setProperty("--order", String(task.classes));
    cells.replaceChildren(cell("", "head"), ...header, ...rows);

    const covered = words.count(count(task.size - shown.size), count(task.size));
    find("output").textContent = covered;
    find("[type=range]").setAttribute("aria-valuetext", covered);
    const says = disguised ? words.disguised : words.plain;
    find("[data-part=says]").textContent = says;
    cells.setAttribute("aria-label", `${words.title}. ${words.covered}: ${covered}. ${says}`);
  }
}

function cell(text: string, kind: "head" | "shown" | "covered", place = 0): HTMLElement {
  const span = document.createElement("span");
  span.textContent = text;
  span.className = kind;
  if (kind === "shown") span.style.setProperty("--place", String(place));
  return span;
}

customElements.define("task-table", TaskTable);
