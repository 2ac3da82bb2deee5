import {
  type Activation,
  type ParsedActivation,
  parseActivation,
  portablePower,
} from "@grokscape/models";
import type { LossName } from "../config/config.ts";
import { rateAt } from "../config/schedule.ts";
import type { Recipe } from "../engine/engine.ts";
import type { Kernels } from "./kernels.ts";
import type { Fused } from "./recipe.ts";

/** The numbers by which assembly/constants.ts knows these names. */
export const activationNumbers: Readonly<Partial<Record<ParsedActivation["kind"], number>>> = {
  quadratic: 0,
  relu: 1,
  relu2: 2,
  silu: 3,
  power: 4,
  mixed: 5,
  linear: 5,
};
export const lossNumbers: Readonly<Partial<Record<LossName, number>>> = {
  mse: 0,
  "cross-entropy": 1,
};
const optimiserNumbers: Readonly<Record<Fused["optimiser"]["kind"], number>> = {
  sgd: 0,
  adam: 1,
  adamw: 2,
  muon: 3,
};
const gradientOnly = 4;
const none = 5;

/** The moments kept beside each weight tensor, as the optimiser's links name them, in their order. */
export interface Moments {
  readonly W: readonly string[];
  readonly V: readonly string[];
}

export function momentsOf({ optimiser, ridge }: Fused): Moments {
  const adam = ["adam.first", "adam.second"];
  const ofV = optimiser.kind !== "sgd" ? adam : optimiser.momentum === 0 ? [] : ["momentum"];
  return { W: optimiser.kind === "muon" ? ["muon"] : ofV, V: ridge === null ? ofV : [] };
}

/** Places for moments beside each weight: Muon's direction takes one more. */
export const momentPlaces = (recipe: Fused): number =>
  Math.max(momentsOf(recipe).W.length, recipe.optimiser.kind === "muon" ? 2 : 0);

/** What the forward pass and the loss must know. */
export function writeNetwork(kernels: Kernels, recipe: Recipe): void {
  const { model, loss, labelScale } = recipe;
  const { kind, numbers } = parseActivation(model.activation as Activation);
  const [first = 1, second = 0] = numbers; // linear is 1·z + 0·z²
  kernels.setNetwork(
    activationNumbers[kind] as number,
    first,
    second,
    lossNumbers[loss] ?? 0,
    model.outputScale,
    labelScale,
  );
  if (recipe.ridge !== null) kernels.setRidge(recipe.ridge);
}

/** Makes an update leave the weights alone and keep their gradients. */
export function keepGradients(kernels: Kernels, { ridge }: Recipe): void {
  kernels.setOptimiser(gradientOnly, ridge === null ? gradientOnly : none, 0, 0);
}

/** What an update must know, whatever its step. */
export function writeOptimiser(kernels: Kernels, { optimiser, ridge }: Fused): void {
  const kind = optimiserNumbers[optimiser.kind];
  const ofV = optimiser.kind === "muon" ? optimiserNumbers.adam : kind;
  const epsilon = optimiser.kind === "sgd" ? 0 : optimiser.epsilon;
  kernels.setOptimiser(kind, ridge === null ? ofV : none, optimiser.weightDecay, epsilon);
  if (optimiser.kind === "sgd" || optimiser.kind === "muon") {
    const { momentum, nesterov } = optimiser;
    kernels.setMomentum(momentum, 1 - momentum, nesterov);
  }
  if (optimiser.kind !== "sgd") {
    const { beta1, beta2 } = optimiser;
    kernels.setDecays(beta1, beta2, 1 - beta1, 1 - beta2);
  }
}

/** Learning rate and Adam's bias corrections for the update after `step` others. */
export function writeStep(kernels: Kernels, recipe: Fused, step: number): void {
  const { optimiser, schedule, steps } = recipe;
  const rate = optimiser.learningRate * rateAt(schedule, step, steps);
  if (optimiser.kind === "sgd") {
    kernels.setStep(rate, 1, 1);
    return;
  }
  const correction = (beta: number) => 1 / (1 - portablePower(beta, step + 1));
  kernels.setStep(rate, correction(optimiser.beta1), correction(optimiser.beta2));
}
