import type { Outcome, Prediction } from "@grokscape/theory";
import type { RunRecord } from "@grokscape/trainer";
import { count, percent, short } from "../terminal/numbers.ts";
import type { FeaturesLearned } from "./features-learned.ts";

/** One thing that the theory speaks of, and what was measured. */
export interface Comparison {
  readonly about: string;
  readonly predicted: string;
  readonly measured: string;
  /** Whether they agree; null where a run cannot decide it. */
  readonly agree: boolean | null;
}

const verbs: Readonly<Record<Outcome, string>> = {
  generalises: "it generalises",
  memorises: "it memorises only",
  borderline: "on the border: either may happen",
};

/** Prediction and outcome side by side. */
export function compare(
  prediction: Prediction,
  record: RunRecord,
  learned: FeaturesLearned | null,
): Comparison[] {
  const rows: Comparison[] = [
    {
      about: "outcome",
      predicted: prediction.verdict ? verbs[prediction.verdict.outcome] : "no verdict",
      measured: outcomeOf(record),
      agree: agreement(prediction.verdict?.outcome, record),
    },
  ];
  const { critical, width, featureCount, data, stages } = prediction;
  const understanding = stages?.find(({ stage }) => stage === 3)?.from;
  if (understanding) {
    rows.push({
      about: "when",
      predicted: `about step ${count(understanding.value)}`,
      measured:
        record.generalisedAt === null
          ? `not by step ${count(record.steps)}`
          : `step ${count(record.generalisedAt)}`,
      agree: null,
    });
  }
  if (critical) {
    rows.push({
      about: "examples",
      predicted: `about ${count(critical.authorCount.value)} are enough`,
      measured: `${count(data.count.value)} were shown (${short(data.multiple.value)} M ln M)`,
      agree: null,
    });
  }
  if (width) {
    rows.push({
      about: "hidden nodes",
      predicted: `${count(width.exact.value)} are enough`,
      measured: `${count(width.given.value)} were there`,
      agree: null,
    });
  }
  if (featureCount && learned) {
    rows.push({
      about: "features",
      predicted: `${count(featureCount.value)} irreps to be learnt`,
      measured: `${count(learned.irreps)} found, in ${count(learned.nodes)} of ${count(learned.width)} nodes`,
      agree: record.generalisedAt === null ? null : learned.irreps === featureCount.value,
    });
  }
  return rows;
}

/** What happened, in one clause. */
function outcomeOf({ memorisedAt, generalisedAt, metrics, steps }: RunRecord): string {
  const last = metrics.at(-1);
  if (generalisedAt !== null) {
    const delay =
      memorisedAt !== null && memorisedAt > 0 && generalisedAt > memorisedAt
        ? `, ${short(generalisedAt / memorisedAt)} times as late as memorising (step ${count(memorisedAt)})`
        : "";
    return `it generalised at step ${count(generalisedAt)}${delay}`;
  }
  const test = last ? percent(last.testAccuracy) : "none";
  if (memorisedAt !== null) {
    return `it memorised at step ${count(memorisedAt)}; held-out accuracy ${test} at step ${count(steps)}`;
  }
  return `neither by step ${count(steps)}: held-out accuracy ${test}`;
}

function agreement(expected: Outcome | undefined, record: RunRecord): boolean | null {
  if (expected === undefined || expected === "borderline" || record.stopped === "aborted") {
    return null;
  }
  if (expected === "generalises") return record.generalisedAt !== null;
  return record.generalisedAt === null && record.memorisedAt !== null;
}
