import {
  type Activation,
  type ParsedActivation,
  parseActivation,
  portablePower,
} from "@grokscape/models";
import type { LossName, OptimiserSpec } from "../config/config.ts";
import type { Kernels } from "./kernels.ts";

/** The numbers by which assembly/constants.ts knows these names. */
const activationNumbers: Readonly<Record<ParsedActivation["kind"], number>> = {
  quadratic: 0,
  relu: 1,
  relu2: 2,
  silu: 3,
  power: 4,
  mixed: 5,
  linear: 5,
};
export const lossNumbers: Readonly<Record<string, number>> = { mse: 0, "cross-entropy": 1 };
export const optimiserNumbers: Readonly<Record<string, number>> = {
  sgd: 0,
  adam: 1,
  adamw: 2,
};

/** The moments kept beside each weight tensor, as the optimiser's links name them, in their order. */
export function momentNames(spec: OptimiserSpec): readonly string[] {
  if (spec.kind !== "sgd") return ["adam.first", "adam.second"];
  return spec.momentum === 0 ? [] : ["momentum"];
}

export function writeSettings(
  kernels: Kernels,
  activation: Activation,
  loss: LossName,
  outputScale: number,
  spec: OptimiserSpec,
): void {
  const { kind, numbers } = parseActivation(activation);
  const [first = 1, second = 0] = numbers; // linear is 1·z + 0·z²
  kernels.setNetwork(activationNumbers[kind], first, second, lossNumbers[loss], outputScale);
  const { beta1, beta2, epsilon } =
    spec.kind === "sgd" ? { beta1: spec.momentum, beta2: 0, epsilon: 0 } : spec;
  kernels.setOptimiser(
    optimiserNumbers[spec.kind],
    spec.learningRate,
    spec.weightDecay,
    beta1,
    beta2,
    1 - beta1,
    1 - beta2,
    epsilon,
  );
}

/** Adam's bias corrections for the update after `step` others. */
export function writeCorrections(kernels: Kernels, spec: OptimiserSpec, step: number): void {
  if (spec.kind === "sgd") return;
  kernels.setCorrections(
    1 / (1 - portablePower(spec.beta1, step + 1)),
    1 / (1 - portablePower(spec.beta2, step + 1)),
  );
}
