import type { Task } from "@grokscape/group-datasets";
import { learnedTable } from "@grokscape/viz";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";

/** What the table shows of each example, by index. */
export interface TableData {
  readonly task: Task;
  /** 1 where the example is shown in training. */
  readonly shown: Uint8Array;
  /** Examples that nobody could know from those shown. */
  readonly unknowable?: Uint32Array;
  /** The class predicted for each example; empty while nothing is known. */
  readonly predictions: Uint16Array;
  /** Updates made so far. */
  readonly step: number;
}

/** A group's table: which examples are shown, and which the network gets right at present. */
export function drawTable(
  { task, shown, unknowable, predictions, step }: TableData,
  selected: number | null,
  language: Locale,
  captioned = true,
): Draw {
  const table = task.group?.table as Uint16Array;
  const right = predictions.length ? predictions.map((label, i) => +(label === table[i]!)) : null;
  const train = Array.from(shown.keys()).filter((index) => shown[index] === 1);
  const record = { order: task.classes, train, unknowable, frames: [{ step, right }] };
  const choices = { language, captioned, selected: selected ?? undefined };
  return (width, document) => learnedTable(record, { ...choices, width, document });
}
