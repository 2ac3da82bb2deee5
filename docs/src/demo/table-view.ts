import { LiveView } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import type { TableData } from "./draw-table.ts";

/** Tells what is drawn before anything is predicted: the task, and which of its examples are shown. */
export function markOf({ task, shown }: TableData): string {
  const sum = shown.reduce((sum, one, index) => sum + one * (index + 1), 0);
  return `${task.id} ${sum}`;
}

/** A group's table in a box, of which a cell can be chosen. */
export class TableView {
  /** The cell looked at, or null. */
  selected: number | null = null;

  readonly #box: HTMLElement;
  readonly #view: LiveView;
  #data?: TableData;

  /**
   * @param box holds the table that the server drew, and in `data-drawn` the mark of it
   * @param captioned whether what is to be seen stands below
   */
  constructor(box: HTMLElement, locale: Locale, captioned: () => boolean = () => true) {
    this.#box = box;
    const load = async () => {
      const { drawTable } = await import("./draw-table.ts");
      return drawTable(this.#data as TableData, this.selected, locale, captioned());
    };
    this.#view = new LiveView(box, load, false);
  }

  show(data: TableData): void {
    const before = this.#data;
    if (before?.task !== data.task) this.selected = null;
    this.#data = data;
    const changed = before?.predictions !== data.predictions || before?.shown !== data.shown;
    if (!changed || !data.shown.includes(1)) return;
    if (data.predictions.length || this.#box.dataset.drawn !== markOf(data)) this.update();
    else this.#view.clear();
  }

  /** Draws it again, as another cell is looked at. */
  update(): void {
    this.#view.update();
  }

  /** The example at a point of the window. */
  at(x: number, y: number): number | null {
    const table = this.#box.querySelector("svg [data-mark=table]");
    if (!table || !this.#data) return null;
    const { left, top, width } = table.getBoundingClientRect();
    const order = this.#data.task.classes;
    const place = (length: number) => Math.floor((length * order) / width);
    const [row, column] = [place(y - top), place(x - left)];
    return row >= 0 && row < order && column >= 0 && column < order ? row * order + column : null;
  }
}
