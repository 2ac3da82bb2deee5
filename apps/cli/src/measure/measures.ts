import {
  cosineDistances,
  descriptionLength,
  effectiveRank,
  evaluate,
  featureSimilarity,
  giniCoefficient,
  hiddenFeatures,
  inverseParticipationRatio,
  irrepShares,
  keyIrreps,
  localLearningCoefficient,
  type Objective,
  objective,
  sharpness,
  tensorNorms,
  totalNorm,
  weightSpectrum,
} from "@grokscape/measures";
import { portableLog, type Tensors } from "@grokscape/models";
import { hasReadableNodes, hiddenNodes } from "../outcome/features-learned.ts";
import { type Look, type Subject, someExamples } from "./subject.ts";

/** A measured number, or a list of them. Plain JSON. */
export interface Finding {
  readonly name: string;
  /** A list has a value, or the number, of irreps by their places in `realIrreps(group)`. */
  readonly value: number | readonly number[];
  /** The size of its error; the note says of what kind. */
  readonly error?: number;
  readonly note?: string;
  /** A share is in [0, 1]. */
  readonly unit?: "share" | "bits";
}

/** Called with the gradients or evaluations done so far, and about how many there will be if that is known. */
type Tell = (done: number, total?: number) => void;

/** Something that can be measured of a network at a step. */
export interface Measure {
  readonly name: string;
  readonly says: string;
  /** At which of the steps it is measured: all, all but the start, or only the last (slow measures). */
  readonly when: "always" | "trained" | "last";
  /** Why it cannot be measured of such a network; null if it can. */
  readonly without: (subject: Subject) => string | null;
  readonly of: (subject: Subject, look: Look, tell: Tell) => Finding[];
}

const always = () => null;
const needsGroup = ({ group }: Subject) =>
  group ? null : "the task is no group's product of two elements";

/** All measures of one run, quick ones first. */
export const measures: readonly Measure[] = [
  {
    name: "accuracy",
    says: "loss and share of right answers",
    when: "always",
    without: always,
    of: ({ spec, train, test }, { weights }) => {
      const [shown, held] = [train, test].map((data) => evaluate(spec, weights, data));
      return [
        { name: "train accuracy", value: shown.accuracy, unit: "share" },
        { name: "test accuracy", value: held.accuracy, unit: "share" },
        { name: "train loss", value: shown.loss },
        { name: "test loss", value: held.loss },
      ];
    },
  },
  {
    name: "norms",
    says: "Euclidean norms of the weights; V's has its mean over the classes in it, which mse and cross-entropy do not see",
    when: "always",
    without: always,
    of: (_, { weights }) => [
      { name: "norm of all weights", value: totalNorm(weights) },
      ...each("norm of", tensorNorms(weights)),
    ],
  },
  {
    name: "turns",
    says: "how far weights have turned since the start: 1 − cos",
    when: "trained",
    without: always,
    of: ({ initial }, { weights }) => each("turn of", cosineDistances(initial, weights)),
  },
  {
    name: "rank",
    says: "effective rank of weight matrices",
    when: "always",
    without: always,
    of: (_, { weights }) =>
      Object.entries(weights)
        .filter(([, { shape }]) => shape.length === 2 && Math.min(...shape) > 1)
        .map(([name, matrix]) => ({
          name: `effective rank of ${name}`,
          value: effectiveRank(matrix),
        })),
  },
  {
    name: "features",
    says: "what the hidden nodes are, by the irreps of the group",
    when: "always",
    without: (subject) =>
      needsGroup(subject) ??
      (hasReadableNodes(subject.spec.model)
        ? null
        : "its nodes are no real functions of one-hot symbols"),
    of: nodeFindings,
  },
  {
    name: "answers",
    says: "by which irreps of the product it answers",
    when: "always",
    without: needsGroup,
    of: answerFindings,
  },
  {
    name: "description",
    says: "bits of the shortest message found that gives the same train accuracy",
    when: "trained",
    without: always,
    of: ({ spec, train, group }, { weights }, tell) => {
      let tried = 0;
      const found = descriptionLength(spec, weights, train, group ?? undefined, () =>
        tell(tried++),
      );
      return [
        { name: "description length, bits", value: found.bits, unit: "bits" },
        { name: "of these for corrected examples", value: found.correctionBits, unit: "bits" },
        { name: "bits a weight", value: found.bitsPerWeight, unit: "bits" },
        { name: "the labels themselves, bits", value: found.labelBits, unit: "bits" },
      ];
    },
  },
  {
    name: "sharpness",
    says: "largest eigenvalue of the train loss's Hessian",
    when: "last",
    without: always,
    of: ({ spec, train }, { weights }, tell) => {
      const counted = counting(objective(spec, train), tell, 2 * sharpnessProducts);
      const { value, residual } = sharpness(counted, weights, {
        maximumProducts: sharpnessProducts,
      });
      const note = "some eigenvalue lies within ±, and none of those seen is larger";
      return [{ name: "sharpness", value, error: residual, note }];
    },
  },
  {
    name: "coefficient",
    says: "local learning coefficient of the train loss",
    when: "last",
    without: always,
    of: coefficientFindings,
  },
];

/** Of two networks for the same task: how alike they represent its examples. */
export function similarityTo(subject: Subject, other: Subject, beside: Look): Measure {
  const data = someExamples(subject.task, 1000);
  return {
    name: "similarity",
    says: "centred kernel alignment with the other run's last hidden layer",
    when: "always",
    without: always,
    of: ({ spec }, { weights }) => {
      const own = hiddenFeatures(spec, weights, data);
      const others = hiddenFeatures(other.spec, beside.weights, data);
      return [{ name: "similarity of features", value: featureSimilarity(own, others) }];
    },
  };
}

const each = (what: string, values: Readonly<Record<string, number>>): Finding[] =>
  Object.entries(values).map(([name, value]) => ({ name: `${what} ${name}`, value }));

/** How concentrated the nodes and all of W are on single irreps, and the spectrum of W. */
function nodeFindings({ group }: Subject, { weights }: Look): Finding[] {
  if (!group) return [];
  const spectrum = weightSpectrum(group, weights.W);
  const ratios = hiddenNodes(group, weights)
    .map(({ masses }) => inverseParticipationRatio(masses))
    .sort((a, b) => a - b);
  return [
    { name: "IPR of the nodes, median", value: ratios[Math.floor(ratios.length / 2)] },
    { name: "IPR of W's spectrum", value: inverseParticipationRatio(spectrum.slice(1)) },
    { name: "Gini coefficient of W's spectrum", value: giniCoefficient(spectrum.slice(1)) },
    { name: "spectrum of W", value: spectrum, unit: "share" },
  ];
}

function answerFindings({ group, spec }: Subject, { weights }: Look): Finding[] {
  if (!group) return [];
  const shares = irrepShares(group, spec, weights);
  return [
    {
      name: "answered by rule",
      value: shares.reduce((sum, share) => sum + share, 0),
      unit: "share",
    },
    { name: "IPR of the answers", value: inverseParticipationRatio(shares) },
    { name: "Gini coefficient of the answers", value: giniCoefficient(shares.slice(1)) },
    { name: "key irreps", value: keyIrreps(shares) },
  ];
}

const sharpnessProducts = 60;
const localisation = 100;
const chains = 4;

/**
 * The step size keeps the sharpest direction stable, ε·(nβ·sharpness + γ) ≤ ½; the burn-in is as long as
 * the chains then take to settle.
 */
function coefficientFindings({ spec, train }: Subject, { weights }: Look, tell: Tell): Finding[] {
  const loss = objective(spec, train);
  const { value } = sharpness(loss, weights, { maximumProducts: 20 });
  const inverseTemperature = train.count / portableLog(train.count);
  const stepSize = Math.min(1e-3, 0.5 / (inverseTemperature * Math.max(value, 0) + localisation));
  const settle = Math.ceil(4 / (stepSize * localisation));
  const [burnIn, draws] = [Math.max(100, settle), Math.max(200, 2 * settle)];
  const counted = counting(loss, tell, 1 + chains * (burnIn + draws));
  const found = localLearningCoefficient(counted, weights, {
    examples: train.count,
    ...{ inverseTemperature, stepSize, localisation, burnIn, draws, chains },
  });
  return [
    {
      name: "local learning coefficient",
      value: found.value,
      error: found.standardError,
      note: `of the loss ${spec.loss}; ± is one standard error of ${chains} chains${
        Math.abs(found.drift) > 2 * found.standardError
          ? ", and they have not settled: see their drift"
          : ""
      }`,
    },
    { name: "drift of its chains", value: found.drift },
  ];
}

/** The same objective, which calls `tell` at each evaluation. */
function counting(objective: Objective, tell: Tell, total: number): Objective {
  let done = 0;
  return (weights: Tensors) => {
    tell(done++, total);
    return objective(weights);
  };
}
