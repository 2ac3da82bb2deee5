import type { Dataset } from "@grokscape/group-datasets";
import { buildReference } from "@grokscape/models/reference";
import { admit } from "../admit.ts";
import type { Engine, Problem } from "../engine.ts";
import { withinMemory } from "../memory.ts";
import { openSession, type TrainableNetwork } from "../session.ts";

/** Bytes of a float64. */
const ofNumber = 8;

/** The definition, in float64 and plain loops. Slow; every other engine is tested against it. */
export const referenceEngine: Engine = {
  name: "reference",
  numericVersion: "3",
  async open(problem, start) {
    admit(referenceEngine, problem, start, ofNumber);
    return withinMemory(problem, ofNumber, () =>
      openSession(problem, start, referenceNetwork(problem)),
    );
  },
};

/**
 * The definition of a network: its logits and gradients.
 *
 * @param problem `train` is what batch norm measures by outside of training; left out, it measures
 *   by whatever data are given
 */
export function referenceNetwork({
  model,
  shape,
  train,
}: Pick<Problem, "model" | "shape"> & { readonly train?: Dataset }): TrainableNetwork {
  const graph = buildReference(model, shape);
  return {
    precision: "float64",
    logits: (weights, data) => graph.forward(weights, data, train),
    features: (weights, data) => graph.features(weights, data, train),
    gradients: (weights, data, lossGradient) => graph.gradients(weights, data, lossGradient),
    dispose() {},
  };
}
