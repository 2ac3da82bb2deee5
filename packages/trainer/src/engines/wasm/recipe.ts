import { type Activation, type MlpSpec, parseActivation } from "@grokscape/models";
import type { OptimiserSpec } from "../../config/config.ts";
import type { Problem, Recipe } from "../engine.ts";
import { activationNumbers } from "../tape/kernel-numbers.ts";
import { type FusedOptimiser, lossNumbers } from "./numbers.ts";

/** A recipe whose network the fused kernels know. */
export type TwoLayer<R extends Recipe = Recipe> = R & { readonly model: MlpSpec };

/** A recipe whose whole step the fused kernels do. */
export type Fused<R extends Recipe = Recipe> = TwoLayer<R> & {
  readonly optimiser: FusedOptimiser;
};

/** For each field, whether the kernels know its value. A field that is not here they do not know. */
type Known<Fields> = { readonly [Field in keyof Fields]-?: (value: unknown) => boolean };

const isKnown = <Fields extends object>(known: Known<Fields>, fields: Fields): boolean =>
  Object.entries(fields).every(
    ([field, value]) => Object.hasOwn(known, field) && known[field as keyof Fields](value),
  );

const any = () => true;
const only = (known: unknown) => (value: unknown) => value === known;

/**
 * Two layers of symbols that pick rows of W, added up, or multiplied where all operands read the same
 * rows.
 */
const network: Known<MlpSpec> = {
  kind: only("mlp"),
  width: any,
  activation: (text) => Object.hasOwn(activationNumbers, parseActivation(text as Activation).kind),
  hiddenLayers: only(0),
  weights: only("real"),
  bias: only(false),
  batchNorm: only(false),
  embedding: (value) => value === "one-hot" || value === "shared",
  combine: any,
  outputScale: any,
  initScale: any,
  topInit: any,
};

const rates = { kind: any, learningRate: any, weightDecay: any };
const sgd: Known<OptimiserSpec<"sgd">> = { ...rates, momentum: any, nesterov: any };
const adam: Known<OptimiserSpec<"adam" | "adamw">> = {
  ...rates,
  beta1: any,
  beta2: any,
  epsilon: any,
};
const muon: Known<OptimiserSpec<"muon">> = { ...sgd, ...adam, polar: only("newton-schulz") };
const optimisers: { readonly [Kind in OptimiserSpec["kind"]]?: object } = {
  sgd,
  adam,
  adamw: adam,
  muon,
};

/** Whether kernels know the optimiser, and each of its fields. */
export const knowsOptimiser = (spec: OptimiserSpec): boolean =>
  Object.hasOwn(optimisers, spec.kind) &&
  isKnown(optimisers[spec.kind] as Known<OptimiserSpec>, spec);

/** Whether the fused kernels know the network. */
export function isTwoLayer<R extends Recipe>(recipe: R): recipe is TwoLayer<R> {
  const { model } = recipe;
  if (model.kind !== "mlp" || !isKnown(network, model)) return false;
  return model.combine === "sum" || model.embedding === "shared";
}

/**
 * Whether the fused kernels do the whole step. Where they do not, kernels still do what costs most,
 * forward and backward, and the links do the rest.
 */
export function isFused<R extends Recipe>(recipe: R): recipe is Fused<R> {
  const { loss, penalty, optimiser, links, gradientFilters, normClamp } = recipe;
  return (
    isTwoLayer(recipe) &&
    Object.hasOwn(lossNumbers, loss) &&
    isKnown({ l1: only(0), l2: only(0) }, penalty) &&
    knowsOptimiser(optimiser) &&
    links === undefined &&
    gradientFilters.length === 0 &&
    normClamp === null
  );
}

/** Multiplications a step from which Gram matrices pay for what is done beside the kernels. */
const muchWork = 2e8;

/**
 * Whether the gradient is taken by Gram matrices of the features: a squared error over all examples, of
 * far fewer nodes than answers.
 */
export function isNarrow(recipe: Fused<Problem>): boolean {
  const { model, loss, ridge, batchSize, train, shape } = recipe;
  return (
    loss === "mse" &&
    model.combine === "product" &&
    model.outputScale === 1 &&
    ridge === null &&
    (batchSize === null || batchSize >= train.count) &&
    2 * model.width <= shape.classes &&
    train.count * model.width * shape.classes >= muchWork
  );
}
