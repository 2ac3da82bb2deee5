import { isAbelian, type Task } from "@grokscape/group-datasets";
import type { TableView } from "./table-view.ts";
import type { DemoWords } from "./words/index.ts";

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Lets the pointer and the arrow keys choose a cell of the table. */
export function inspectTable(
  box: HTMLElement,
  view: TableView,
  order: () => number,
  chosen: (index: number | null) => void,
): void {
  const choose = (index: number | null) => {
    if (index === view.selected) return;
    view.selected = index;
    view.update();
    chosen(index);
  };
  box.addEventListener("pointermove", ({ clientX, clientY }) => choose(view.at(clientX, clientY)));
  box.addEventListener("pointerdown", ({ clientX, clientY }) => choose(view.at(clientX, clientY)));
  box.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType === "mouse") choose(null);
  });
  box.addEventListener("blur", () => choose(null));
  box.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const last = order() - 1;
    const from = view.selected ?? 0;
    const within = (value: number) => Math.min(last, Math.max(0, value));
    const row = within(Math.floor(from / (last + 1)) + (view.selected === null ? 0 : move[0]));
    const column = within((from % (last + 1)) + (view.selected === null ? 0 : move[1]));
    choose(row * (last + 1) + column);
  });
}

/** "7 + 18 = 2", as people write it in this group. */
export function product(task: Task, index: number): string {
  const { operands, label } = task.example(index);
  const symbol = (operand: number) => task.symbol?.(operand) ?? String(operand);
  const sign = task.group && isAbelian(task.group) ? "+" : "·";
  return `${operands.map(symbol).join(` ${sign} `)} = ${answer(task, label)}`;
}

const answer = (task: Task, label: number): string => task.answer?.(label) ?? String(label);

/** What is said of the cell looked at, or of the table if it is none. */
export function saidOfCell(
  task: Task,
  index: number | null,
  shown: Uint8Array,
  predictions: Uint16Array,
  words: DemoWords,
): string {
  if (index === null) return words.tableHint;
  const said = predictions.length > 0 ? answer(task, predictions[index]!) : null;
  return words.cell(product(task, index), shown[index] === 1, said);
}
