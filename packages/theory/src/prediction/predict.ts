import { type FiniteGroup, type Task, trainCount } from "@grokscape/group-datasets";
import { featureEnergy } from "../energy/feature-energy.ts";
import { type FeatureKind, featureKinds, largestDegree } from "../energy/feature-kinds.ts";
import { realReconstructionWidth, reconstructionWidth } from "../reconstruction/width.ts";
import {
  authorCriticalFraction,
  criticalMultiple,
  retentionCount,
} from "../scaling/critical-count.ts";
import { checkWeightDecay } from "../statements/assumption-error.ts";
import type { Quantity, Trust } from "../statements/quantity.ts";
import type { StatementId } from "../statements/statements.ts";
import { predictKnobs } from "./predict-knobs.ts";
import { predictByLaws } from "./predict-laws.ts";
import { predictStages } from "./predict-stages.ts";
import type { Caveat, PredictableConfig, PredictedFeature, Prediction } from "./prediction.ts";
import { isMeasured, verdict } from "./verdict.ts";

/** δ of Theorem 4: the maxima are kept in 19 of 20 samples. */
const failure = 0.05;

/**
 * Everything the theory says of a run before it starts: which features there are and how high they
 * stand (Theorem 2, corrected), how many hidden nodes suffice (Theorem 3), how many training
 * examples are needed (Theorem 4, the author's code, and every other law), when each stage begins,
 * what each hyperparameter does, and what will come of it. Of a task that is no group's multiplication table the theory only counts the data.
 *
 * @throws InputError if the split suits no such task; AssumptionError if the weight decay is below 0
 */
export function predict(task: Task, config: PredictableConfig): Prediction {
  checkWeightDecay("Equation 4", config.optimiser.weightDecay);
  const { id, classes, size, group } = task;
  const count = trainCount(task, config.split);
  const data = {
    count: quantity(count, "config", "exact"),
    fraction: quantity(count / size, "config", "exact"),
    multiple: quantity(criticalMultiple(count, classes), "config", "exact"),
  };
  const general = {
    task: { id, classes, size, group: group?.name ?? null },
    activation: config.model.activation,
    data,
  };
  if (group === undefined) {
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
      caveats: ["no-group"],
    };
  }
  return { ...general, laws: predictByLaws(task, config), ...predictGroup(group, count, config) };
}

function predictGroup(group: FiniteGroup, count: number, config: PredictableConfig) {
  const { order } = group;
  const { model, optimiser } = config;
  const quadratic = model.activation === "quadratic";
  const kinds = featureKinds(group);
  const degree = largestDegree(kinds);
  const features = kinds.reduce((total, kind) => total + kind.count, 0);

  const authorFraction = authorCriticalFraction(order, degree);
  const authorCount = authorFraction * order ** 2;
  const retention = retentionCount(order, degree, failure);
  const construction = realReconstructionWidth(kinds);
  const narrow = model.width < construction;
  const measured = isMeasured(order, degree, config);

  const told = verdict(count / authorCount, {
    weightDecay: optimiser.weightDecay,
    narrow,
    measured,
  });
  const { learningRate, weightDecay } = optimiser;
  const run =
    learningRate === undefined
      ? null
      : { classes: order, count, width: model.width, learningRate, weightDecay };
  const trust = measured ? "fitted" : "order of magnitude";

  const flags: readonly [Caveat, boolean][] = [
    ["activation", !quadratic],
    ["no-weight-decay", optimiser.weightDecay === 0],
    ["narrow", narrow],
    ["not-measured", !measured],
    ["retention-vacuous", retention > order ** 2],
  ];
  return {
    features: kinds.map((kind) => feature(kind, order, quadratic)),
    featureCount: quantity(features, "theorem-2", quadratic ? "exact" : "order of magnitude"),
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
    },
    stages: predictStages(run, optimiser.kind, told.outcome, trust),
    knobs: predictKnobs(config, run, trust),
    verdict: told,
    caveats: flags.filter(([, holds]) => holds).map(([caveat]) => caveat),
  };
}

/** L·H_L: draws until each of L equally likely features has come. */
function collecting(features: number): number {
  let harmonic = 0;
  for (let l = 1; l <= features; l++) harmonic += 1 / l;
  return features * harmonic;
}

function feature(kind: FeatureKind, order: number, quadratic: boolean): PredictedFeature {
  const energy = featureEnergy(order, kind.realDimension);
  return { ...kind, energy: quadratic ? quantity(energy, "theorem-2", "exact") : null };
}

function quantity(value: number, statement: StatementId, trust: Trust): Quantity {
  return { value, statement, trust };
}
