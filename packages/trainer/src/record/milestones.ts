import { InputError } from "@grokscape/group-datasets";
import { checkNumber, checkRecord } from "./check.ts";
import type { MetricRow } from "./record.ts";

/** Accuracy from which a set counts as memorised (train) or understood (test). */
export const threshold = 0.99;

/** When a run memorised and when it grokked: measured steps, or null for not yet. */
export interface Milestones {
  /** First step from which the train accuracy stays at the threshold or above. */
  readonly memorisedAt: number | null;
  /** First step from which the test accuracy does. */
  readonly grokkedAt: number | null;
  /** Steps between the two; 0 for a run that learnt both at once. */
  readonly delay: number | null;
}

export interface MilestoneOptions {
  /** Accuracy from which a set counts as learnt. */
  readonly accuracy?: number;
  /** Steps for which an accuracy must stay there to count. */
  readonly hold?: number;
}

/**
 * Memorisation and grok step of a run, so far. An accuracy counts once it has stayed at the threshold
 * for `hold` steps, so that a peak that is lost again does not; a run record's own `memorisedAt` and
 * `generalisedAt` are the first peaks.
 *
 * @param rows of one run, by step
 * @throws InputError if the steps do not ascend, an accuracy is not in [0, 1], or `hold` is negative
 */
export function milestones(
  rows: readonly Pick<MetricRow, "step" | "trainAccuracy" | "testAccuracy">[],
  options: MilestoneOptions = {},
): Milestones {
  checkRecord("the options", options);
  const { accuracy = threshold, hold = 50 } = options;
  checkSteps(rows);
  checkNumber("accuracy", accuracy, 0, 1);
  checkNumber("hold", hold, 0);
  for (const { step, trainAccuracy, testAccuracy } of rows) {
    checkNumber(`the train accuracy at step ${step}`, trainAccuracy, 0, 1);
    checkNumber(`the test accuracy at step ${step}`, testAccuracy, 0, 1);
  }
  const memorisedAt = sustained(rows, ({ trainAccuracy }) => trainAccuracy >= accuracy, hold);
  const grokkedAt = sustained(rows, ({ testAccuracy }) => testAccuracy >= accuracy, hold);
  const delay =
    memorisedAt !== null && grokkedAt !== null ? Math.max(0, grokkedAt - memorisedAt) : null;
  return { memorisedAt, grokkedAt, delay };
}

/** The first step since which `reached` has held for so many steps at least. */
function sustained<Row extends { readonly step: number }>(
  rows: readonly Row[],
  reached: (row: Row) => boolean,
  hold: number,
): number | null {
  let since: number | null = null;
  for (const row of rows) {
    since = reached(row) ? (since ?? row.step) : null;
    if (since !== null && row.step - since >= hold) return since;
  }
  return null;
}

/** @throws InputError if the steps do not ascend, or are not finite numbers ≥ 0 */
export function checkSteps(rows: readonly { readonly step: number }[]): void {
  if (!Array.isArray(rows)) throw new InputError(`the rows are ${String(rows)}`, "give an array");
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, row] of rows.entries()) {
    checkNumber(`the step of row ${i}`, row?.step, 0);
    if (row.step <= before) {
      throw new InputError(`step ${row.step} after ${before}`, "steps ascend");
    }
    before = row.step;
  }
}
