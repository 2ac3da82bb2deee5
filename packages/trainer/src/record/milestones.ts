import { checkNumber, checkSteps } from "./check.ts";

/** Accuracy from which a set counts as memorised (train) or understood (test). */
export const threshold = 0.99;

/** Steps for which an accuracy is to stay there in order to count as held. */
const hold = 50;

/**
 * When a run memorised (train accuracy ≥ 99 %) and when it understood (test accuracy ≥ 99 %), in
 * measured steps; null for not yet. Reached: at the first row that is there. Held: from the first row
 * that is there and after which all rows of the next 50 steps are; of a run that has ended, all rows up
 * to its end, if that came sooner. A peak that is lost again is reached, and not held.
 */
export interface Milestones {
  /** Step at which 99 % of the examples shown were first right. */
  readonly memorisedAt: number | null;
  /** Step from which that was held. */
  readonly memorisedFrom: number | null;
  /** Step at which 99 % of the examples held out were first right. */
  readonly generalisedAt: number | null;
  /** Step from which that was held. */
  readonly generalisedFrom: number | null;
}

/** The milestones of a run under way, and since when each accuracy has been at 99 %. */
export interface Clock extends Milestones {
  readonly memorisedSince: number | null;
  readonly generalisedSince: number | null;
}

/** Before the first row. */
export const nothingReached: Clock = {
  memorisedAt: null,
  memorisedFrom: null,
  memorisedSince: null,
  generalisedAt: null,
  generalisedFrom: null,
  generalisedSince: null,
};

/** What of a row the clock reads. */
interface Accuracies {
  readonly step: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** The clock with one more row. */
export function advance(clock: Clock, { step, trainAccuracy, testAccuracy }: Accuracies): Clock {
  const memorisedSince = since(clock.memorisedSince, trainAccuracy, step);
  const generalisedSince = since(clock.generalisedSince, testAccuracy, step);
  return {
    memorisedAt: clock.memorisedAt ?? memorisedSince,
    memorisedFrom: clock.memorisedFrom ?? held(memorisedSince, step),
    memorisedSince,
    generalisedAt: clock.generalisedAt ?? generalisedSince,
    generalisedFrom: clock.generalisedFrom ?? held(generalisedSince, step),
    generalisedSince,
  };
}

const since = (before: number | null, accuracy: number, step: number) =>
  accuracy >= threshold ? (before ?? step) : null;

const held = (since: number | null, step: number) =>
  since !== null && step - since >= hold ? since : null;

/** What the clock says; of a run that has ended, what it held up to its end counts as held. */
export function milestonesOf(clock: Clock, ended: boolean): Milestones {
  const { memorisedAt, generalisedAt } = clock;
  return {
    memorisedAt,
    memorisedFrom: clock.memorisedFrom ?? (ended ? clock.memorisedSince : null),
    generalisedAt,
    generalisedFrom: clock.generalisedFrom ?? (ended ? clock.generalisedSince : null),
  };
}

/**
 * The milestones of a run by its rows, as a `RunRecord` has them.
 *
 * @param rows by step
 * @param ended whether the run has ended with the last of them
 * @throws InputError if the steps do not ascend, or an accuracy is not in [0, 1]
 */
export function milestones(rows: readonly Accuracies[], ended = false): Milestones {
  checkSteps(rows);
  for (const { step, trainAccuracy, testAccuracy } of rows) {
    checkNumber(`the train accuracy at step ${step}`, trainAccuracy, 0, 1);
    checkNumber(`the test accuracy at step ${step}`, testAccuracy, 0, 1);
  }
  return milestonesOf(rows.reduce(advance, nothingReached), ended);
}
