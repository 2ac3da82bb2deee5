import type { Dataset } from "@grokscape/group-datasets";
import { namesOfRole, type Tensor, type Tensors, weightLayout } from "@grokscape/models";
import { answers, losses } from "../loss/loss.ts";
import { addPenalty } from "../loss/penalty.ts";
import type { Link } from "../optimiser/link.ts";
import { linkOf } from "../optimiser/link-of.ts";
import { batches } from "./batches.ts";
import { diverged, firstNotFinite } from "./diverged-error.ts";
import type { Measures, Problem, Session, Snapshot } from "./engine.ts";
import { featureGradientNorm } from "./feature-gradient.ts";
import { solveTop } from "./solve-top.ts";

type Values = Float32Array | Float64Array;

/**
 * What an engine computes; loss, penalty, top layer and optimiser are the same plain code for all
 * that use this. `data` is the very training or held-out set of the problem, which a network may
 * have prepared, or any other.
 */
export interface TrainableNetwork {
  readonly precision: "float32" | "float64";
  /**
   * Forward, then backward from ∂loss/∂logits, which `lossGradient` gives once the logits
   * (n × classes) are known. Returns the gradient of each weight.
   */
  gradients(weights: Tensors, data: Dataset, lossGradient: (logits: Values) => Values): Tensors;
  /** Logits (n × classes). */
  logits(weights: Tensors, data: Dataset): Values;
  /** F (n × K): what the top layer V reads, without β. */
  features(weights: Tensors, data: Dataset): Values;
  dispose(): void;
}

function cast({ shape, data }: Tensor, precision: TrainableNetwork["precision"]): Tensor {
  const copy = precision === "float32" ? Float32Array.from(data) : Float64Array.from(data);
  return { shape, data: copy };
}

export function castAll(tensors: Tensors, precision: TrainableNetwork["precision"]): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, cast(tensor, precision)]),
  );
}

/**
 * One update of the weights, whose gradients become the updates.
 *
 * @throws DivergedError if a gradient is not finite
 */
export function move(
  weights: Tensors,
  gradients: Tensors,
  link: Link,
  state: Tensors,
  step: number,
): void {
  const wrong = firstNotFinite(gradients);
  if (wrong) throw diverged(step, "the gradient", wrong.value, gradients);
  link.update(gradients, state, weights, step);
  for (const [name, { data }] of Object.entries(weights)) {
    const update = gradients[name].data;
    for (let i = 0; i < data.length; i++) data[i] -= update[i];
  }
}

/**
 * A session around a network: gradient by the network, all else by the shared code. `admit` says
 * whether problem and state go together; an engine calls it first.
 */
export function openSession(problem: Problem, start: Snapshot, network: TrainableNetwork): Session {
  const { train, test, shape, ridge, penalty } = problem;
  const loss = losses[problem.loss];
  const batchOf = batches(train, problem.batchSize, problem.seed);
  const link = linkOf(problem);
  const weights = castAll(start.weights, network.precision);
  const top = namesOfRole(weightLayout(problem.model, shape), "top");
  /** What the optimiser moves: all weights, but for a top layer that is solved for. */
  const moved = Object.fromEntries(
    Object.entries(weights).filter(([name]) => ridge === null || !top.includes(name)),
  );
  const state = { ...link.init(moved), ...castAll(start.optimiser, network.precision) };
  let step = start.step;
  let gradients: Tensors | undefined;
  let logitGradient: Values | undefined;
  let topIsSolved = ridge === null;

  const lossOf = (logits: Values, { labels }: Dataset, gradient?: Values) =>
    loss(logits, labels, shape.classes, gradient, problem.labelScale);
  const measuresOf = (data: Dataset) => lossOf(network.logits(current(), data), data);
  const penalised = ({ loss, accuracy }: Measures, gradients?: Tensors): Measures => ({
    loss: loss + addPenalty(penalty, moved, gradients),
    accuracy,
  });

  /** The weights, with the top layer solved for them where it is not trained. */
  function current(): Tensors {
    if (!topIsSolved) {
      solveTop(problem, weights, top, network.features(weights, train), step);
      topIsSolved = true;
    }
    return weights;
  }

  return {
    measure(over = "all") {
      const batch = batchOf(step);
      let measures: Measures | undefined;
      const measured = (logits: Values, data: Dataset) => {
        logitGradient = new (logits.constructor as Float32ArrayConstructor)(logits.length);
        measures = lossOf(logits, data, logitGradient);
        return logitGradient;
      };
      gradients = network.gradients(current(), batch, (logits) => measured(logits, batch));
      const ofBatch = penalised(measures as Measures, gradients);
      if (over === "batch" || batch === train) return ofBatch;
      measured(network.logits(current(), train), train);
      return penalised(measures as Measures);
    },
    update() {
      if (!gradients) throw new Error("update() without measure() at these weights");
      const updates: Record<string, Tensor> = {};
      for (const name of Object.keys(moved)) updates[name] = gradients[name];
      move(moved, updates, link, state, step);
      gradients = undefined;
      topIsSolved = ridge === null;
      step++;
    },
    evaluate: () => penalised(measuresOf(test)),
    featureGradientNorm() {
      if (!gradients || !logitGradient) {
        throw new Error("featureGradientNorm() without measure() at these weights");
      }
      const tensors = top.map((name) => weights[name]);
      return featureGradientNorm(problem.model, tensors, logitGradient, shape.classes);
    },
    predict: (data) => answers(network.logits(current(), data), shape.classes),
    weights: () => castAll(current(), network.precision),
    snapshot: () => ({
      step,
      weights: castAll(current(), network.precision),
      optimiser: castAll(state, network.precision),
    }),
    dispose: () => network.dispose(),
  };
}
