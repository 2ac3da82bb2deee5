import type { Claim } from "@grokscape/experiments";
import { task as taskById } from "@grokscape/group-datasets";

/** One table with one amount of data, a few seeds. */
export interface PhaseCell {
  readonly task: string;
  /** M. */
  readonly order: number;
  readonly abelian: boolean;
  /** c of c·M·ln M examples. */
  readonly multiple: number;
  /** Share of the table. */
  readonly share: number;
  /** Of so many runs. */
  readonly understood: number;
  readonly of: number;
}

/** What the phase diagram's claim measured, a cell for each table and amount. */
export function phaseCells({ variants }: Claim): PhaseCell[] {
  return variants.map(({ changes, outcomes }) => {
    const task = changes.task as string;
    const multiple = changes.split?.criticalMultiple as number;
    const { classes, size } = taskById(task);
    return {
      task,
      order: classes,
      abelian: task.startsWith("cyclic"),
      multiple,
      share: Math.floor(multiple * classes * Math.log(classes)) / size,
      understood: outcomes.filter(({ generalisedAt }) => generalisedAt !== null).length,
      of: outcomes.length,
    };
  });
}

/** What the amount of data is counted in. */
export const units = ["share", "multiple", "square"] as const;
export type Unit = (typeof units)[number];

/** The amount of a cell: a share of M², a multiple of M ln M, or examples for each symbol. */
export function amount({ share, multiple, order }: PhaseCell, unit: Unit): number {
  if (unit === "share") return share;
  return unit === "multiple" ? multiple : share * order;
}

/** Where the axis ends, and its marks. */
export const axis: Readonly<
  Record<Unit, { readonly top: number; readonly ticks: readonly number[] }>
> = {
  share: { top: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
  multiple: { top: 6.5, ticks: [0, 1, 2, 3, 4, 5, 6] },
  square: { top: 20, ticks: [0, 5, 10, 15, 20] },
};
