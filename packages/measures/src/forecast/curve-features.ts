import { InputError } from "@grokscape/group-datasets";
import { portableLog } from "@grokscape/models";
import type { MetricRow } from "@grokscape/trainer";
import { checkNumber, checkSteps, length } from "@grokscape/trainer/internal";
import { checkPositive, checkWhole } from "../check.ts";

/** What is known of a run before it starts. */
export interface Setting {
  /** M, the classes. */
  readonly classes: number;
  /** n, the training examples. */
  readonly examples: number;
  /** Examples held out. */
  readonly heldOut: number;
  /** K. */
  readonly width: number;
  readonly learningRate: number;
  readonly weightDecay: number;
}

/** Rows that a forecast needs at least. */
export class TooFewRowsError extends InputError {
  override name = "TooFewRowsError";
  readonly rows: number;

  constructor(rows: number) {
    super(
      `a forecast from ${rows} rows`,
      `it needs the first ${fewestRows} or more, from step 0 on: wait, or measure more often`,
    );
    this.rows = rows;
  }
}

const fewestRows = 10;

/** Names of what `curveFeatures` returns, in its order. */
export const featureNames = [
  "log step",
  "log classes",
  "log n/(M ln M)",
  "log width",
  "log learning rate",
  "log weight decay",
  "test accuracy (logit)",
  "recent growth of test accuracy",
  "earlier growth of test accuracy",
  "log test loss",
  "recent growth of test loss",
  "earlier growth of test loss",
  "log train loss",
  "recent growth of train loss",
  "log weight norm",
  "recent growth of weight norm",
] as const;

/** Below this losses and weight decays count as equal, in their logarithm. */
const smallest = 1e-9;
const smallestDecay = 1e-6;

/** Shares of the time so far between which a curve is averaged. */
const recent = [0.8, 1] as const;
const middle = [0.4, 0.5] as const;
const early = [0.2, 0.25] as const;
const samples = 5;

/**
 * The first part of a run as numbers: how its test accuracy, losses and weights stand now, and how
 * they came there since a half and a quarter of the time.
 *
 * @param rows from step 0 on
 * @throws TooFewRowsError for fewer than 10 rows
 * @throws InputError if the rows do not begin at step 0 or do not ascend, if nothing is held out, or for
 *   an accuracy, a loss or a norm that no run has
 */
export function curveFeatures(setting: Setting, rows: readonly MetricRow[]): number[] {
  checkSteps(rows);
  if (rows.length < fewestRows) throw new TooFewRowsError(rows.length);
  if (rows[0].step !== 0) {
    throw new InputError(`rows from step ${rows[0].step} on`, "give them from step 0 on");
  }
  rows.forEach(checkRow);
  checkWhole("the number of examples held out", setting.heldOut, 1);
  const { classes, examples, heldOut, width, learningRate, weightDecay } = setting;
  const now = rows[rows.length - 1].step;
  const floor = 0.5 / heldOut;
  const accuracy = ({ testAccuracy }: MetricRow) =>
    portableLog((testAccuracy + floor) / (1 - testAccuracy + floor));
  const testLoss = (row: MetricRow) => portableLog(row.testLoss + smallest);
  const trainLoss = (row: MetricRow) => portableLog(row.trainLoss + smallest);
  const normAtStart = norm(rows[0]);
  const growth = (row: MetricRow) => portableLog(norm(row) / normAtStart);
  const during = (curve: (row: MetricRow) => number, [from, to]: readonly [number, number]) =>
    meanBetween(rows, curve, from * now, to * now);

  const accuracies = [recent, middle, early].map((time) => during(accuracy, time));
  const losses = [recent, middle, early].map((time) => during(testLoss, time));
  const fits = [recent, middle].map((time) => during(trainLoss, time));
  const norms = [recent, middle].map((time) => during(growth, time));
  return [
    portableLog(now),
    portableLog(classes),
    portableLog(examples / (classes * portableLog(classes))),
    portableLog(width),
    portableLog(learningRate),
    portableLog(weightDecay + smallestDecay),
    ...differences(accuracies),
    ...differences(losses),
    ...differences(fits),
    ...differences(norms),
  ];
}

function checkRow({ step, ...row }: MetricRow): void {
  for (const name of ["trainAccuracy", "testAccuracy"] as const) {
    checkNumber(`${name} at step ${step}`, row[name], 0, 1);
  }
  for (const name of ["trainLoss", "testLoss"] as const) {
    checkNumber(`${name} at step ${step}`, row[name], 0);
  }
  const norms = Object.values(row.weightNorms ?? {});
  checkPositive(`the weights' norm at step ${step}`, length(norms));
}

/** The first value, and how much each exceeds the next. */
const differences = ([first, ...others]: readonly number[]): number[] => [
  first,
  ...others.map((value, i) => (i === 0 ? first : others[i - 1]) - value),
];

const norm = ({ weightNorms }: MetricRow): number => length(Object.values(weightNorms));

/** The mean of a curve between two steps, straight lines drawn between its rows. */
function meanBetween(
  rows: readonly MetricRow[],
  curve: (row: MetricRow) => number,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let i = 0; i < samples; i++) {
    const at = from + ((to - from) * i) / (samples - 1);
    const next = Math.max(
      1,
      rows.findIndex(({ step }) => step >= at),
    );
    const [before, after] = [rows[next - 1], rows[next]];
    const share = (at - before.step) / (after.step - before.step);
    sum += (1 - share) * curve(before) + share * curve(after);
  }
  return sum / samples;
}
