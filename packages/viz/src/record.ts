import { array, type Form, finite, number, orNull, record } from "./frame/form.ts";

/** One measurement, as the trainer's `MetricRow` has it. */
export interface CurveRow {
  /** Updates made so far. */
  readonly step: number;
  /** Share of examples answered right, in [0, 1]; NaN where it was not measured. */
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  readonly trainLoss: number;
  readonly testLoss: number;
}

/** What a grokking curve needs of a run; the trainer's `RunRecord` has all of it. */
export interface CurveRecord {
  /** In the order of their steps. */
  readonly metrics: readonly CurveRow[];
  /** First step with train accuracy ≥ 99 %, or null. */
  readonly memorisedAt: number | null;
  /** First step with test accuracy ≥ 99 %, or null. */
  readonly generalisedAt: number | null;
}

export type Quantity = "accuracy" | "loss";
export type Side = "train" | "test";

/** The field of a row that has a quantity of one side: "trainLoss". */
export const column = (side: Side, quantity: Quantity) =>
  `${side}${quantity === "accuracy" ? "Accuracy" : "Loss"}` as const;

const measured = orNull(number); // null is what JSON makes of NaN

export const recordForm: Form = record({
  metrics: array(
    record({
      step: number,
      trainAccuracy: measured,
      testAccuracy: measured,
      trainLoss: measured,
      testLoss: measured,
    }),
  ),
  memorisedAt: orNull(finite),
  generalisedAt: orNull(finite),
});
