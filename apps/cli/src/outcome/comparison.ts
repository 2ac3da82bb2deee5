import {
  type Agreement,
  type ExpectedStep,
  expectationOf,
  judgeOutcome,
  judgeStep,
  type PredictedOutcome,
  type Prediction,
} from "@grokscape/theory";
import type { RunRecord } from "@grokscape/trainer";
import { count, moment, percent, short } from "../terminal/numbers.ts";
import type { FeaturesLearned } from "./features-learned.ts";

/** A prediction of the theory beside what was measured. */
export interface Comparison {
  readonly about: string;
  readonly predicted: string;
  readonly measured: string;
  /** null where there is nothing to judge. */
  readonly agreement: Agreement | null;
}

const verbs: Readonly<Record<PredictedOutcome, string>> = {
  generalises: "it generalises",
  memorises: "it memorises only",
  borderline: "on the border: either may happen",
};

/** All predictions that apply to a run, beside what was measured. */
export function compare(
  prediction: Prediction,
  record: RunRecord,
  learned: FeaturesLearned | null,
): Comparison[] {
  const expected = expectationOf(prediction);
  const rows: Comparison[] = [
    {
      about: "outcome",
      predicted: prediction.verdict ? verbs[prediction.verdict.outcome] : "we cannot say",
      measured: outcomeInWords(record),
      agreement: expected && judgeOutcome(expected, record),
    },
  ];
  const { critical, width, featureCount, data } = prediction;
  if (expected?.step) {
    rows.push({
      about: "when",
      predicted: aboutStep(expected.step),
      measured:
        record.generalisedAt === null
          ? `not by step ${count(record.steps)}`
          : moment(record.generalisedAt, record.generalisedFrom),
      agreement: judgeStep(expected.step, record),
    });
  }
  if (critical) {
    rows.push({
      about: "examples",
      predicted: `about ${count(critical.authorCount.value)} are enough`,
      measured: `${count(data.count.value)} were shown (${short(data.multiple.value)} M ln M)`,
      agreement: null,
    });
  }
  if (width) {
    rows.push({
      about: "hidden nodes",
      predicted: `${count(width.exact.value)} are enough`,
      measured: `${count(width.given.value)} were there`,
      agreement: null,
    });
  }
  if (featureCount && learned) {
    rows.push({
      about: "features",
      predicted: `${count(featureCount.value)} irreps to be learnt`,
      measured: `${count(learned.irreps)} found, in ${count(learned.nodes)} of ${count(learned.width)} nodes`,
      agreement:
        record.generalisedFrom === null
          ? "too early to say"
          : learned.irreps === featureCount.value
            ? "as predicted"
            : "not as predicted",
    });
  }
  return rows;
}

const aboutStep = ({ value, low, high }: ExpectedStep) =>
  `about step ${count(value)} (${count(low)} … ${count(high)})`;

/** The outcome of a run, in one clause. */
function outcomeInWords(record: RunRecord): string {
  const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom, metrics, steps } = record;
  const last = metrics.at(-1);
  if (generalisedAt !== null) {
    const delay =
      memorisedAt !== null && memorisedAt > 0 && generalisedAt > memorisedAt
        ? `, ${short(generalisedAt / memorisedAt)} times as late as memorising (${moment(memorisedAt, memorisedFrom)})`
        : "";
    return `it generalised at ${moment(generalisedAt, generalisedFrom)}${delay}`;
  }
  const test = last ? percent(last.testAccuracy) : "none";
  if (memorisedAt !== null) {
    return `it memorised at ${moment(memorisedAt, memorisedFrom)}; held-out accuracy ${test} at step ${count(steps)}`;
  }
  return `neither by step ${count(steps)}: held-out accuracy ${test}`;
}
