import { paperWeightDecay } from "../lazy/paper-weight-decay.ts";
import { featureLearningRate } from "../lazy/random-features.ts";
import { type ActivationName, activationNames } from "../numerics/activation.ts";
import type { Quantity } from "../statements/quantity.ts";
import { doubledCountFactor, type TimedRun, timeExponents } from "./expected-times.ts";
import type { Effect, PredictableConfig, PredictedKnob } from "./prediction.ts";

/** What the effects of hyperparameters depend on. */
interface Circumstances {
  /** n. */
  readonly count: number;
  /** null where Lemma 1 is not of such a run, or its step size is not given. */
  readonly run: TimedRun | null;
  /** Whether times were measured for a run like this one. */
  readonly timed: boolean;
}

/** What doubling each hyperparameter does, as far as the theory or our measurements know. */
export function predictKnobs(
  { model, optimiser }: PredictableConfig,
  { count, run, timed }: Circumstances,
): PredictedKnob[] {
  const { outputScale, topInit } = model;
  const rest = run && restingGradient(model.activation, run, outputScale);
  const atRest = (changed: Partial<TimedRun> & { scale?: number }): Effect[] => {
    const after =
      run &&
      restingGradient(model.activation, { ...run, ...changed }, outputScale * (changed.scale ?? 1));
    if (!rest || !after) return [];
    return [{ on: "gradient", factor: lemma1(after / rest) }];
  };
  const time = (factor: number | null): Effect[] =>
    factor === null || !timed
      ? []
      : [{ on: "time", factor: { value: factor, statement: "measured-times", trust: "fitted" } }];
  const power = (setting: keyof typeof timeExponents) => time(2 ** timeExponents[setting]);
  const decays = optimiser.weightDecay > 0;
  return [
    {
      knob: "weight-decay",
      given: optimiser.weightDecay,
      effects: decays
        ? [...power("weightDecay"), ...(run ? atRest({ weightDecay: 2 * run.weightDecay }) : [])]
        : [],
    },
    {
      knob: "learning-rate",
      given: optimiser.learningRate,
      effects: power("learningRate"),
    },
    {
      knob: "examples",
      given: count,
      effects: time(run && doubledCountFactor(run)),
    },
    {
      knob: "width",
      given: model.width,
      effects: [...power("width"), ...(run ? atRest({ width: 2 * run.width }) : [])],
    },
    {
      knob: "top-init",
      given: topInit,
      effects: topInit === 0 || !run ? [] : [{ on: "noise", factor: exact(2, "proposition-1") }],
    },
    {
      knob: "output-scale",
      given: outputScale,
      effects: run
        ? [
            { on: "first signal", factor: exact(4, "appendix-c3") },
            ...(decays ? atRest({ scale: 2 }) : []),
          ]
        : [],
    },
  ];
}

/** The factor of ỸỸᵀF̃ in G_F at rest (Lemma 1 and erratum 11); null where no regime applies. */
function restingGradient(activation: string, run: TimedRun, outputScale: number): number | null {
  const { classes, width, count, weightDecay } = run;
  const inRegime = width >= 4 * count || count >= 4 * width;
  if (!inRegime || weightDecay === 0 || !isActivation(activation)) return null;
  return featureLearningRate({
    activation,
    // the author's weights, U(±1/√(2M))
    weightDeviation: Math.sqrt(1 / (6 * classes)),
    order: classes,
    width,
    count,
    weightDecay: paperWeightDecay(weightDecay, count) / outputScale ** 2,
  });
}

const isActivation = (name: string): name is ActivationName =>
  (activationNames as readonly string[]).includes(name);

const lemma1 = (value: number): Quantity => ({
  value,
  statement: "lemma-1",
  trust: "order of magnitude",
});

const exact = (value: number, statement: "proposition-1" | "appendix-c3"): Quantity => ({
  value,
  statement,
  trust: "exact",
});
