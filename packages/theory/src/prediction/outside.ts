import type { NetworkTrait, Outside, PredictableConfig, RecipeTrait } from "./prediction.ts";

/**
 * In what network and training of a run lie outside of the theory.
 *
 * @param count n, so that batches of all examples are none
 */
export function outsideOf(config: PredictableConfig, count: number): Omit<Outside, "range"> {
  const { model, schedule, batchSize, gradientFilters, penalty, labelScale } = config;
  const network: readonly [NetworkTrait, boolean][] = [
    ["hidden-layers", (model.hiddenLayers ?? 0) > 0],
    ["complex-weights", model.weights === "complex"],
    ["bias", model.bias],
    ["batch-norm", model.batchNorm === true],
    ["embedding", (model.embedding ?? "one-hot") !== "one-hot"],
    ["product", model.combine === "product"],
  ];
  const recipe: readonly [RecipeTrait, boolean][] = [
    ["schedule", schedule.kind !== "constant" || schedule.warmUp > 0],
    ["batches", (batchSize ?? count) < count],
    ["filters", gradientFilters.length > 0],
    ["ridge", config.ridge !== null],
    ["norm-clamp", config.normClamp !== null],
    ["penalty", penalty.l1 > 0 || penalty.l2 > 0],
    ["label-scale", labelScale !== 1],
  ];
  return { network: having(network), recipe: having(recipe) };
}

const having = <Trait>(traits: readonly (readonly [Trait, boolean])[]): Trait[] =>
  traits.filter(([, has]) => has).map(([trait]) => trait);
