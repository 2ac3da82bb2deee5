import { type FiniteGroup, type Task, trainCount } from "@grokscape/group-datasets";
import { mustBe, optional } from "@grokscape/group-datasets/forms";
import { featureEnergy } from "../energy/feature-energy.ts";
import { type FeatureKind, featureKinds, largestDegree } from "../energy/feature-kinds.ts";
import { aGroup } from "../input/kinds.ts";
import { alphabetOfNetwork } from "../knowable/best-of-run.ts";
import { knowableCount } from "../knowable/knowable-count.ts";
import { limitCount } from "../knowable/limit-count.ts";
import { realReconstructionWidth, reconstructionWidth } from "../reconstruction/width.ts";
import {
  authorCriticalFraction,
  criticalMultiple,
  retentionCount,
} from "../scaling/critical-count.ts";
import { checkWeightDecay } from "../statements/assumption-error.ts";
import type { Quantity, Trust } from "../statements/quantity.ts";
import type { StatementId } from "../statements/statements.ts";
import { aConfig } from "./config-form.ts";
import { around } from "./expectation.ts";
import { expectedGrokStep } from "./expected-times.ts";
import { outsideOf } from "./outside.ts";
import { predictKnobs } from "./predict-knobs.ts";
import { predictByLaws } from "./predict-laws.ts";
import { predictStages } from "./predict-stages.ts";
import type {
  Caveat,
  Outside,
  PredictableConfig,
  PredictedFeature,
  Prediction,
  RecipeTrait,
  Standing,
} from "./prediction.ts";
import { outsideOfRange } from "./range.ts";
import { trainingOfItsKind } from "./training-of-its-kind.ts";
import { verdict } from "./verdict.ts";

/** δ of Theorem 4: the maxima are kept in 19 of 20 samples. */
const failure = 0.05;

/** Share of the table up to which times were fitted; runs that see more were up to twice as fast. */
const mostTimed = 0.7;

/** Settings that keep the gradient to the hidden layer alive as weight decay does. */
const pulls: readonly RecipeTrait[] = ["ridge", "penalty", "norm-clamp"];

/**
 * Everything the theory says of a run before it starts: which features there are and how high they
 * stand (Theorem 2, corrected), how many hidden nodes suffice (Theorem 3), how many training
 * examples are needed (Theorem 4, the author's code, and every other law), when each stage begins,
 * what each hyperparameter does, and what will come of it. Of a task that is no group's multiplication
 * table, and of a network that is no mlp, the theory only counts the data.
 *
 * @param config complete, as `runConfig` of @grokscape/trainer makes it
 * @throws InputError naming a field that is not as it must be, or if the split suits no such task;
 *   AssumptionError if the weight decay is below 0
 */
export function predict(task: Task, config: PredictableConfig): Prediction {
  mustBe("config", aConfig, config);
  checkWeightDecay("Equation 4", config.optimiser.weightDecay);
  const count = trainCount(task, config.split);
  mustBe("task.group", optional(aGroup), task.group);
  return predictChecked(task, config, count);
}

function predictChecked(task: Task, config: PredictableConfig, count: number): Prediction {
  const { id, classes, size, group } = task;
  const data = {
    count: quantity(count, "config", "exact"),
    fraction: quantity(count / size, "config", "exact"),
    multiple: quantity(criticalMultiple(count, classes), "config", "exact"),
  };
  const general = {
    task: { id, classes, size, group: group?.name ?? null },
    activation: config.model.activation,
    loss: config.loss,
    outside: { ...outsideOf(config, count), range: [] },
    data,
  };
  const isMlp = config.model.kind === "mlp";
  if (group === undefined || !isMlp) {
    const reasons: readonly [Caveat, boolean][] = [
      ["no-group", group === undefined],
      ["transformer", !isMlp],
    ];
    return {
      ...general,
      features: [],
      featureCount: null,
      width: null,
      critical: null,
      laws: [],
      stages: null,
      knobs: [],
      verdict: null,
      caveats: holding(reasons),
    };
  }
  const laws = predictByLaws(task, config);
  return { ...general, laws, ...predictGroup(group, count, config, general.outside) };
}

function predictGroup(
  group: FiniteGroup,
  count: number,
  config: PredictableConfig,
  outside: Outside,
) {
  const { order } = group;
  const { model, optimiser, loss } = config;
  const quadratic = model.activation === "quadratic";
  const theorems = outside.network.length === 0;
  const kinds = featureKinds(group);
  const degree = largestDegree(kinds);
  const range = outsideOfRange(order, kinds, count, config);
  const features = kinds.reduce((total, kind) => total + kind.count, 0);

  const authorFraction = authorCriticalFraction(order, degree);
  const authorCount = authorFraction * order ** 2;
  const retention = retentionCount(order, degree, failure);
  const limit = limitFor(order, model);
  const construction = realReconstructionWidth(kinds);
  const narrow = model.width < construction;
  const plain = theorems && quadratic && loss === "mse" && outside.recipe.length === 0;
  const measured = plain && range.length === 0;
  const timed = measured && count <= mostTimed * order ** 2;
  const { learningRate, weightDecay } = optimiser;
  const pulled = weightDecay > 0 || outside.recipe.some((trait) => pulls.includes(trait));
  const starves = loss === "mse" && !pulled;

  const run =
    !theorems || loss !== "mse"
      ? null
      : { classes: order, count, width: model.width, learningRate, weightDecay };
  const grokStep = timed && run ? expectedGrokStep(run) : null;
  const short = grokStep !== null && around(grokStep).high > config.steps;

  const taken = trainingOfItsKind(group, kinds, config, { ...outside, range });
  const trained: Standing = count < (taken?.count ?? authorCount) ? "below-training" : "enough";
  const standing: Standing = count < limit ? "below-limit" : trained;

  const flags: readonly [Caveat, boolean][] = [
    ["activation", !quadratic],
    ["network", !theorems],
    ["loss", loss !== "mse"],
    ["recipe", outside.recipe.length > 0],
    ["no-weight-decay", starves],
    ["narrow", narrow],
    ["short", short],
    ["not-measured", range.length > 0],
    ["retention-vacuous", retention > order ** 2],
  ];
  return {
    outside: { ...outside, range },
    features: kinds.map((kind) => feature(kind, order, quadratic && theorems)),
    featureCount: quantity(
      features,
      "theorem-2",
      quadratic && theorems ? "exact" : "order of magnitude",
    ),
    width: {
      given: quantity(model.width, "config", "exact"),
      exact: quantity(reconstructionWidth(kinds), "theorem-3", "bound"),
      construction: quantity(construction, "construction", "bound"),
      memory: quantity(order ** 2, "theorem-3", "bound"),
      collecting: quantity(collecting(features), "theorem-8", "order of magnitude"),
    },
    critical: {
      retention: quantity(retention, "theorem-4", "order of magnitude"),
      failure,
      authorCount: quantity(authorCount, "author-code", "fitted"),
      authorFraction: quantity(authorFraction, "author-code", "fitted"),
      limit: quantity(limit, "what-can-be-known", "exact"),
      limitMultiple: quantity(count / limit, "what-can-be-known", "exact"),
      training:
        taken &&
        quantity(
          taken.count,
          "measured-borders",
          taken.isLikeMeasured ? "fitted" : "order of magnitude",
        ),
      standing,
    },
    stages: timed ? predictStages(learningRate, grokStep) : null,
    knobs: predictKnobs(config, { count, run, timed }),
    verdict: measured ? verdict({ countRatio: count / authorCount, starves, short }) : null,
    caveats: holding(flags),
  };
}

/** Random examples from which on 99 % of the rest can be known on average, by a learner with the network's alphabets. */
function limitFor(order: number, model: PredictableConfig["model"]): number {
  const alphabet = alphabetOfNetwork(model);
  if (alphabet === "own") return knowableCount(order, 0.99);
  const table = { id: "", operands: 2, vocabulary: order, classes: order, size: order ** 2 };
  return limitCount(table, 0.99, { alphabet }).mean;
}

/** L·H_L: draws until each of L equally likely features has come. */
function collecting(features: number): number {
  let harmonic = 0;
  for (let l = 1; l <= features; l++) harmonic += 1 / l;
  return features * harmonic;
}

function feature(kind: FeatureKind, order: number, known: boolean): PredictedFeature {
  const energy = featureEnergy(order, kind.realDimension);
  return { ...kind, energy: known ? quantity(energy, "theorem-2", "exact") : null };
}

const holding = (flags: readonly (readonly [Caveat, boolean])[]): Caveat[] =>
  flags.filter(([, holds]) => holds).map(([caveat]) => caveat);

function quantity(value: number, statement: StatementId, trust: Trust): Quantity {
  return { value, statement, trust };
}
