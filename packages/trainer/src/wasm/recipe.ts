import { parseActivation } from "@grokscape/models";
import type { Recipe } from "../engine/engine.ts";
import { activationNumbers, lossNumbers } from "./settings.ts";

/** Whether the fused kernels know the network: two layers of one-hot symbols, added up. */
export function isTwoLayer({ model }: Recipe): boolean {
  if (model.kind !== "mlp") return false;
  const { activation, hiddenLayers, weights, bias, batchNorm, embedding, combine } = model;
  const plain = weights === "real" && !bias && !batchNorm;
  const known = parseActivation(activation).kind in activationNumbers;
  return known && plain && hiddenLayers === 0 && embedding === "one-hot" && combine === "sum";
}

/**
 * Whether the fused kernels do the whole step. Where they do not, kernels still do what costs most,
 * forward and backward, and the links do the rest.
 */
export function isFused(recipe: Recipe): boolean {
  const { loss, penalty, optimiser, links, gradientFilters, normClamp } = recipe;
  return (
    isTwoLayer(recipe) &&
    loss in lossNumbers &&
    penalty.l1 === 0 &&
    penalty.l2 === 0 &&
    !(optimiser.kind === "muon" && optimiser.polar === "exact") &&
    links === undefined &&
    gradientFilters.length === 0 &&
    normClamp === null
  );
}
