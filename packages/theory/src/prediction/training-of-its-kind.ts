import { type FeatureKind, largestDegree } from "../energy/feature-kinds.ts";
import {
  degreeThreeBorders,
  type TrainingKind,
  trainingBorders,
  trainingCount,
} from "../scaling/training-borders.ts";
import type { NetworkTrait, Outside, PredictableConfig } from "./prediction.ts";
import { between, isAtRandom, isCyclicLike } from "./range.ts";

/** Examples that training of a run's kind took in our experiments. */
interface Taken {
  readonly count: number;
  /** Whether the run's settings are like those measured. */
  readonly isLikeMeasured: boolean;
}

/**
 * What half of the runs of a kind took to understand.
 *
 * @param name the group's
 * @param outside in what the run lies outside of the theory, and of what was measured of squares
 * @returns null if no such training was measured
 */
export function trainingOfItsKind(
  { order, name }: { readonly order: number; readonly name: string },
  kinds: readonly FeatureKind[],
  config: PredictableConfig,
  outside: Outside,
): Taken | null {
  if (outside.recipe.length > 0 || config.loss !== "mse") return null;
  const degree = largestDegree(kinds);
  const isGuided = isLikeGuided(order, config);
  const kind = kindOf(degree, config, outside.network);
  if (kind === "degree-three") {
    const { counts } = degreeThreeBorders;
    return name in counts
      ? { count: counts[name as keyof typeof counts], isLikeMeasured: isGuided }
      : null;
  }
  if (kind === null) return null;
  const [least, largest] = trainingBorders[kind].orders;
  const isLike =
    kind === "squares"
      ? outside.range.every((trait) => trait === "order")
      : isGuided && kinds.every(isCyclicLike);
  return {
    count: trainingCount(kind, order),
    isLikeMeasured: isLike && between(least, order, largest),
  };
}

const ofProducts: readonly NetworkTrait[] = ["product", "embedding"];

function kindOf(
  degree: number,
  { model, optimiser }: PredictableConfig,
  network: readonly NetworkTrait[],
): TrainingKind | "degree-three" | null {
  const { activation, combine, embedding = "one-hot" } = model;
  if (network.length === 0) {
    const isOfPaper = activation === "quadratic" && optimiser.kind === "adam";
    return isOfPaper && degree === 1 ? "squares" : null;
  }
  const isOfProducts =
    activation === "linear" &&
    combine === "product" &&
    network.every((trait) => ofProducts.includes(trait));
  if (!isOfProducts || optimiser.kind !== "adamw") return null;
  if (embedding === "shared") return degree === 1 ? "one-embedding" : null;
  if (embedding !== "one-hot") return null;
  return degree === 1
    ? "products"
    : degree === 2
      ? "dihedral"
      : degree === 3
        ? "degree-three"
        : null;
}

/** Whether settings are about those of the guided recipe, with which borders of products were measured. */
function isLikeGuided(order: number, { model, optimiser, split }: PredictableConfig): boolean {
  const { learningRate, weightDecay, beta1 = 0.9, beta2 = 0.999 } = optimiser;
  return (
    between(order, model.width, 6 * order) &&
    model.initScale === 1 &&
    model.topInit === 1 &&
    model.outputScale === 1 &&
    between(0.05, learningRate, 0.15) &&
    between(0.19, learningRate * weightDecay, 0.66) &&
    beta1 === 0.6 &&
    between(0.9, beta2, 0.99) &&
    isAtRandom(split)
  );
}
