import type { FeatureKind } from "../energy/feature-kinds.ts";
import { criticalMultiple } from "../scaling/critical-count.ts";
import type { PredictableConfig, RangeTrait } from "./prediction.ts";

export const between = (low: number, value: number, high: number): boolean =>
  low <= value && value <= high;

/** Whether a feature is like those of cyclic and dihedral groups, on which times and borders were measured. */
export const isCyclicLike = ({ realDimension, count }: FeatureKind): boolean =>
  realDimension === 2 || (realDimension === 1 && count <= 3);

/** Whether examples are drawn at random, and nothing else is asked of them. */
export const isAtRandom = ({
  holdOut,
  stratify,
  keepTransposesTogether,
  examples,
}: PredictableConfig["split"]): boolean =>
  !holdOut && !stratify && !keepTransposesTogether && !examples;

/** c up to which runs without weight decay were seen to memorise; at 7.2 one generalised. */
const mostWithoutDecay = 4.5;

/** The largest learning rate seen, in multiples of the weight decay; at 100 times runs take 1.8 times as long as expected. */
const mostOverDecay = 60;

/**
 * In which settings a run lies outside of those that outcomes and times were measured on.
 *
 * @param kinds of the group's features
 * @param count n
 */
export function outsideOfRange(
  order: number,
  kinds: readonly FeatureKind[],
  count: number,
  { model, optimiser, split }: PredictableConfig,
): RangeTrait[] {
  const { learningRate, weightDecay, beta1 = 0.9, beta2 = 0.999 } = optimiser;
  const measured: readonly [RangeTrait, boolean][] = [
    ["group", kinds.every(isCyclicLike)],
    ["order", between(11, order, 71)],
    ["split", isAtRandom(split)],
    ["width", between(7.5 * order, model.width, 2048)],
    ["initial-weights", model.initScale === 1 && model.topInit <= 1],
    ["output-scale", model.outputScale === 1],
    ["optimiser", optimiser.kind === "adam" && beta1 === 0.9 && beta2 === 0.999],
    ["learning-rate", between(3e-4, learningRate, 5e-3)],
    [
      "weight-decay",
      weightDecay === 0
        ? criticalMultiple(count, order) <= mostWithoutDecay
        : between(Math.max(5e-5, learningRate / mostOverDecay), weightDecay, 8e-4),
    ],
  ];
  return measured.filter(([, holds]) => !holds).map(([trait]) => trait);
}
