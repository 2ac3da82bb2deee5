import { localeOf } from "../site/locales.ts";
import type { Cell } from "./table-cells.ts";
import { articleWords } from "./words/index.ts";

/** `<task-table>`: a group's table, partly covered; its markup is `TaskTable.astro`. */
class TaskTable extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { tableCells } = await import("./table-cells.ts");
    const find = <Kind extends HTMLElement>(selector: string) =>
      this.querySelector(selector) as Kind;
    const { order, cells, covered, says, label } = tableCells(
      find<HTMLInputElement>("[name=task-table-task]:checked").value,
      find<HTMLInputElement>("[type=range]").valueAsNumber,
      find<HTMLInputElement>("[type=checkbox]").checked,
      articleWords[localeOf(this.dataset.locale)].taskTable,
    );
    const table = find("[data-part=cells]");
    table.style.setProperty("--order", String(order));
    table.setAttribute("aria-label", label);
    table.replaceChildren(...cells.map(square));
    find("output").textContent = covered;
    find("[type=range]").setAttribute("aria-valuetext", covered);
    find("[data-part=says]").textContent = says;
  }
}

function square({ text, kind, place }: Cell): HTMLElement {
  const span = document.createElement("span");
  span.textContent = text;
  span.className = kind;
  if (place !== undefined) span.style.setProperty("--place", String(place));
  return span;
}

customElements.define("task-table", TaskTable);
