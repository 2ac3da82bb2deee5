import { LiveView } from "../live/live-view.ts";
import { localeOf } from "../site/locales.ts";
import type { tasks } from "./draw-task.ts";
import { articleWords } from "./words/index.ts";

/** `<task-table>`: a group's table, partly covered; its markup is `TaskTable.astro`. */
class TaskTable extends HTMLElement {
  connectedCallback(): void {
    const view = new LiveView(this.#find("figure"), () => this.#show(), false);
    this.addEventListener("input", () => view.update());
  }

  async #show() {
    const { drawTask } = await import("./draw-task.ts");
    const locale = localeOf(this.dataset.locale);
    const words = articleWords[locale].taskTable;
    const slider = this.#find<HTMLInputElement>("[type=range]");
    const disguised = this.#find<HTMLInputElement>("[type=checkbox]").checked;
    const id = this.#find<HTMLInputElement>("[name=task-table-task]:checked").value;
    const { draw, covered } = drawTask(
      id as keyof typeof tasks,
      slider.valueAsNumber,
      disguised,
      locale,
    );
    this.#find("output").textContent = covered;
    slider.setAttribute("aria-valuetext", covered);
    this.#find("[data-part=says]").textContent = disguised ? words.disguised : words.plain;
    return draw;
  }

  #find<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    return this.querySelector(selector) as Kind;
  }
}

customElements.define("task-table", TaskTable);
