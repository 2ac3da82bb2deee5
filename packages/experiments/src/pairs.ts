import { dataset } from "@grokscape/group-datasets";
import {
  cosineDistances,
  featureSimilarity,
  hiddenFeatures,
  irrepShares,
  objective,
} from "@grokscape/measures";
import type { Tensor, Tensors } from "@grokscape/models";
import type { Words } from "@grokscape/theory";
import type { NetworkInTraining, PlannedReading, SetUp } from "@grokscape/trainer";
import { atEnd, digits, groupOf } from "./readings.ts";

/** Weights as they cross threads and lie in files. */
type Sent = Readonly<Record<string, { readonly shape: Tensor["shape"]; readonly data: number[] }>>;

const send = ({ weights }: NetworkInTraining): Sent =>
  Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: Array.from(data) },
    ]),
  );

const received = (sent: Sent): Tensors =>
  Object.fromEntries(
    Object.entries(sent).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data) },
    ]),
  );

/** A step at which the examples are not yet known. */
const early = 20;

/** Weights that are kept while a network trains, to be held beside those of another. */
export const snapshots: Readonly<Record<"weights-early" | "weights-at-end", PlannedReading<Sent>>> =
  {
    "weights-early": { due: (rows) => rows[rows.length - 1].step === early, read: send },
    "weights-at-end": { due: atEnd, read: send },
  };

/** A network at two moments of its training. */
export interface TwoMoments {
  readonly early: NetworkInTraining;
  readonly atEnd: NetworkInTraining;
}

/** @param sent what `snapshots` read off it */
export const twoMoments = (
  setUp: SetUp,
  sent: Readonly<Record<keyof typeof snapshots, Sent>>,
): TwoMoments => ({
  early: { setUp, weights: received(sent["weights-early"]) },
  atEnd: { setUp, weights: received(sent["weights-at-end"]) },
});

/** A number that is read off two networks, the same in either order. */
interface PairReading {
  readonly title: Words;
  readonly read: (one: TwoMoments, other: TwoMoments) => number;
}

/** The gradient of a network's loss with respect to W, at any weights. */
const gradientOf = ({ setUp: { problem } }: NetworkInTraining, weights: Tensors): Tensor =>
  objective(problem, problem.train)(weights).gradients.W;

/** The cosine of what two losses send to W, at the weights of each of the two networks, on the mean. */
function gradientCosine({ early: one }: TwoMoments, { early: other }: TwoMoments): number {
  const cosines = [one, other].map(({ weights }) =>
    cosine(gradientOf(one, weights), gradientOf(other, weights)),
  );
  return digits((cosines[0] + cosines[1]) / 2);
}

const cosine = (one: Tensor, other: Tensor): number =>
  1 - cosineDistances({ it: one }, { it: other }).it;

/** Of all examples, shown or held out. */
const featuresOf = ({ setUp: { task, problem }, weights }: NetworkInTraining): Tensor =>
  hiddenFeatures(problem, weights, dataset(task));

function sharesOf(network: NetworkInTraining): Tensor {
  const shares = irrepShares(groupOf(network), network.setUp.problem, network.weights);
  return { shape: [1, shares.length], data: Float64Array.from(shares) };
}

export type PairReadingName = "gradients-early" | "features-at-end" | "irreps-at-end";

/** What was read off two variants' networks: a number for each seed. */
export interface MeasuredPair {
  readonly of: readonly [one: string, other: string];
  readonly read: Readonly<Partial<Record<PairReadingName, readonly number[]>>>;
}

/** All readings of this kind, by name. */
export const pairReadings: Readonly<Record<PairReadingName, PairReading>> = {
  "gradients-early": {
    title: {
      en: `Cosine of the gradients of W at step ${early}`,
      "zh-cn": `第 ${early} 步 W 的梯度的余弦`,
    },
    read: gradientCosine,
  },
  "features-at-end": {
    title: {
      en: "Similarity of the features at the end (CKA)",
      "zh-cn": "结束时特征的相似度（CKA）",
    },
    read: ({ atEnd: one }, { atEnd: other }) =>
      digits(featureSimilarity(featuresOf(one), featuresOf(other))),
  },
  "irreps-at-end": {
    title: {
      en: "Cosine of the answers’ shares of irreps at the end",
      "zh-cn": "结束时，答案在各不可约表示上所占份额的余弦",
    },
    read: ({ atEnd: one }, { atEnd: other }) => digits(cosine(sharesOf(one), sharesOf(other))),
  },
};
