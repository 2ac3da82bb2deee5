import { InputError } from "@grokscape/group-datasets";
import type { RunConfig } from "./config.ts";

/**
 * Refuses values that are each in order but mean nothing together.
 *
 * @throws InputError naming both
 */
export function refuseContradictions({
  model,
  loss,
  labelScale,
  optimiser,
  ridge,
}: RunConfig): void {
  if (ridge !== null && loss !== "mse") {
    throw new InputError(
      `ridge ${ridge} contradicts loss ${loss}: it solves V for the smallest squares`,
      "take the loss mse, or ridge null",
    );
  }
  if (ridge !== null && model.kind === "mlp" && model.bias) {
    throw new InputError(
      `ridge ${ridge} contradicts model.bias true: it solves V for logits without a bias`,
      "take model.bias false, or ridge null",
    );
  }
  if (labelScale !== 1 && loss !== "mse") {
    throw new InputError(
      `labelScale ${labelScale} contradicts loss ${loss}: it scales the target of mse`,
      "take the loss mse, or labelScale 1",
    );
  }
  if (optimiser.kind === "sgd" && optimiser.nesterov && optimiser.momentum === 0) {
    throw new InputError(
      "optimiser.nesterov contradicts optimiser.momentum 0: it looks ahead along the momentum",
      "give a momentum, or leave nesterov out",
    );
  }
}
