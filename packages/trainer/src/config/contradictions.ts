import { InputError } from "@grokscape/group-datasets";
import type { RunConfig } from "./config.ts";

/** Of a run's measurements, all of which are kept: some GB. */
const mostRows = 10_000_000;

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
  steps,
  evaluateEvery,
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
  if (steps / evaluateEvery > mostRows) {
    throw new InputError(
      `steps ${steps} contradicts evaluateEvery ${evaluateEvery}: a record has at most ${mostRows} rows`,
      `take evaluateEvery ${Math.ceil(steps / mostRows)} or more, or fewer steps`,
    );
  }
}
