import type { Dataset } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import { answers, losses } from "../loss/loss.ts";
import { optimiser } from "../optimiser/optimiser.ts";
import type { Measures, Problem, Session, Snapshot } from "./engine.ts";

type Values = Float32Array | Float64Array;

/** What an engine computes; loss and optimiser are the same plain code for all that use this. */
export interface Network {
  readonly precision: "float32" | "float64";
  /**
   * Forward over the training set, then backward from ∂loss/∂logits, which `lossGradient` gives
   * once the logits are known. Returns the gradient of each weight.
   */
  gradients(weights: Tensors, lossGradient: (logits: Values) => Values): Tensors;
  /** Logits (n × classes) of the held-out set, or of any other data. */
  logits(weights: Tensors, data: Dataset | "test"): Values;
  dispose(): void;
}

function cast({ shape, data }: Tensor, precision: Network["precision"]): Tensor {
  const copy = precision === "float32" ? Float32Array.from(data) : Float64Array.from(data);
  return { shape, data: copy };
}

function castAll(tensors: Tensors, precision: Network["precision"]): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, cast(tensor, precision)]),
  );
}

/** A session around a network: gradient by the network, loss and optimiser by the shared code. */
export function openSession(problem: Problem, start: Snapshot, network: Network): Session {
  const loss = losses[problem.loss];
  const { classes } = problem.shape;
  const link = optimiser(problem.optimiser);
  const weights = castAll(start.weights, network.precision);
  const state = { ...link.init(weights), ...castAll(start.optimiser, network.precision) };
  let step = start.step;
  let gradients: Tensors | undefined;

  return {
    measure() {
      let measures: Measures | undefined;
      gradients = network.gradients(weights, (logits) => {
        const gradient = new (logits.constructor as Float32ArrayConstructor)(logits.length);
        measures = loss(logits, problem.train.labels, classes, gradient);
        return gradient;
      });
      return measures as Measures;
    },
    update() {
      if (!gradients) throw new Error("update() without measure() at these weights");
      link.update(gradients, state, weights, step);
      for (const [name, { data }] of Object.entries(weights)) {
        const update = gradients[name].data;
        for (let i = 0; i < data.length; i++) data[i] -= update[i];
      }
      gradients = undefined;
      step++;
    },
    evaluate: () => loss(network.logits(weights, "test"), problem.test.labels, classes),
    predict: (data) => answers(network.logits(weights, data), classes),
    snapshot: () => ({
      step,
      weights: castAll(weights, network.precision),
      optimiser: castAll(state, network.precision),
    }),
    dispose: () => network.dispose(),
  };
}
