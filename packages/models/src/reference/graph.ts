import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import { network } from "../network/build.ts";
import { checkModel } from "../spec/check.ts";
import type { ModelSpec } from "../spec/model.ts";
import { checkShape } from "../spec/shape.ts";
import type { Tensor, Tensors } from "../tensors.ts";
import { type Matrix, matrix, type Tape, tape } from "./tape.ts";

/** A network in float64 and plain loops: slow, and what every fast one is held against. */
export interface ReferenceGraph {
  /**
   * F (n × K, row-major), what the top layer reads, without β. With complex weights n × 2K,
   * [Re F, −Im F], so that the logits are β times its product with V above V's imaginary part.
   *
   * @param batch the data over which batch norm takes its means and variances, if not these
   */
  features(weights: Tensors, data: Dataset, batch?: Dataset): Float64Array;
  /**
   * Logits (n × classes, row-major) for weights named as `weightLayout` names them.
   *
   * @param batch the data over which batch norm takes its means and variances, if not these
   */
  forward(weights: Tensors, data: Dataset, batch?: Dataset): Float64Array;
  /**
   * The gradient of each weight, under its name.
   *
   * @param lossGradient gives ∂loss/∂logits once the logits are known
   */
  gradients(
    weights: Tensors,
    data: Dataset,
    lossGradient: (logits: Float64Array) => ArrayLike<number>,
  ): Record<string, Tensor>;
}

/**
 * @throws InputError for a spec or shape with a field that is not as it must be, or options that
 *   contradict each other
 */
export function buildReference(spec: ModelSpec, shape: TaskShape): ReferenceGraph {
  checkModel(spec);
  checkShape(shape);
  const on = (ops: Tape) => network(spec, shape, ops);

  function evaluate(
    what: "features" | "logits",
    weights: Tensors,
    data: Dataset,
    batch: Dataset,
  ): Float64Array {
    const net = on(tape());
    const matrices = toMatrices(weights);
    const by = batch === data ? undefined : net.moments(matrices, net.selections(batch));
    return net[what](matrices, net.selections(data), by).value;
  }

  return {
    features: (weights, data, batch = data) => evaluate("features", weights, data, batch),
    forward: (weights, data, batch = data) => evaluate("logits", weights, data, batch),
    gradients(weights, data, lossGradient) {
      const record = tape();
      const net = on(record);
      const matrices = toMatrices(weights);
      const logits = net.logits(matrices, net.selections(data));
      record.backward(logits, lossGradient(logits.value));
      return Object.fromEntries(
        Object.entries(weights).map(([name, { shape }]): [string, Tensor] => [
          name,
          { shape, data: matrices[name].gradient },
        ]),
      );
    },
  };
}

function toMatrices(weights: Tensors): Record<string, Matrix> {
  return Object.fromEntries(
    Object.entries(weights).map(
      ([
        name,
        {
          shape: [rows, columns],
          data,
        },
      ]) => [name, matrix(rows, columns, Float64Array.from(data))],
    ),
  );
}
