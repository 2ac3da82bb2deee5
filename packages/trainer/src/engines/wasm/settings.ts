import { type Activation, parseActivation, portablePower } from "@grokscape/models";
import { rateAt } from "../../config/schedule.ts";
import type { Recipe } from "../engine.ts";
import { activationNumbers } from "../tape/kernel-numbers.ts";
import type { Kernels } from "./kernels.ts";
import { lossNumbers, optimiserNumbers } from "./numbers.ts";
import type { Fused } from "./recipe.ts";

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
    model.kind === "mlp" && model.combine === "product",
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
