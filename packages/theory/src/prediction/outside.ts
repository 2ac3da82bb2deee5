import type { CompleteConfig, NetworkTrait, Outside, RecipeTrait } from "./prediction.ts";

/**
 * In what a run lies outside of the theory.
 *
 * @param count n, so that batches of all examples are none
 */
export function outsideOf(config: CompleteConfig, count: number): Outside {
  const { model, schedule, batchSize, gradientFilters, penalty, labelScale } = config;
  const network: readonly [NetworkTrait, boolean][] = [
    ["hidden-layers", model.hiddenLayers > 0],
    ["complex-weights", model.weights !== "real"],
    ["bias", model.bias],
    ["batch-norm", model.batchNorm],
    ["embedding", model.embedding !== "one-hot"],
    ["product", model.combine !== "sum"],
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
