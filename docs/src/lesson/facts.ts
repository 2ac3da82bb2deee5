import type { Task } from "@grokscape/group-datasets";
import { type Alphabet, type Knowable, knowable } from "@grokscape/theory";

export { smallestLesson, why } from "@grokscape/theory";

/** What a cell is to the learner. */
export type Kind = "shown" | "follows" | "open" | "uncovered";

/** What follows from the cells shown. */
export interface Facts {
  /** By cell. */
  readonly kinds: readonly Kind[];
  readonly counts: Readonly<Record<Kind, number>>;
  /** Whether all cells are shown or follow. */
  readonly complete: boolean;
}

/** @param shown cells, in any order */
export function factsOf(task: Task, shown: readonly number[], alphabet: Alphabet): Facts {
  const kinds = new Array<Kind>(task.size).fill("uncovered");
  if (shown.length > 0 && shown.length < task.size) {
    const known = knowable(task, shown, { alphabet });
    const mark = (cells: Knowable["open"], kind: Kind) => {
      for (const cell of cells) kinds[cell] = kind;
    };
    mark(known.determined, "follows");
    mark(known.open, "open");
  }
  for (const cell of shown) kinds[cell] = "shown";
  const counts = { shown: 0, follows: 0, open: 0, uncovered: 0 };
  for (const kind of kinds) counts[kind]++;
  return { kinds, counts, complete: counts.open + counts.uncovered === 0 };
}
