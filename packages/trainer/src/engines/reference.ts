import type { Dataset } from "@grokscape/group-datasets";
import { activationFunctions, type Tensor, type Tensors } from "@grokscape/models";
import type { Engine, Problem } from "../engine/engine.ts";
import { type Network, openSession } from "../engine/session.ts";
import { firstLayer } from "./first-layer.ts";

/** The definition, in float64 and plain loops. Slow; every other engine is tested against it. */
export const referenceEngine: Engine = {
  name: "reference",
  numericVersion: "1",
  knows: () => true,
  open: async (problem, start) => openSession(problem, start, referenceNetwork(problem)),
};

/** The definition of a network: its logits and gradients. */
export function referenceNetwork({ model, shape }: Pick<Problem, "model" | "shape">): Network {
  const { width, hiddenLayers, outputScale } = model;
  const { classes } = shape;
  const activation = activationFunctions(model.activation);
  const first = firstLayer(model, shape);
  const depth = hiddenLayers + 1;
  // of one row: pre-activations and features of every layer, and ∂loss/∂features
  const z = Array.from({ length: depth }, () => new Float64Array(width));
  const f = Array.from({ length: depth }, () => new Float64Array(width));
  const upstreamOf = Array.from({ length: depth }, () => new Float64Array(width));

  /** f ← σ(z) in the first layer, f ← σ(f + f·H) in those after it. */
  function features(weights: Tensors, table: Float64Array, data: Dataset, row: number): void {
    first.preActivation(table, data, row, z[0]);
    for (let layer = 0; layer < depth; layer++) {
      if (layer > 0) {
        const below = f[layer - 1];
        const H = weights[`H${layer}`].data;
        for (let j = 0; j < width; j++) z[layer][j] = below[j];
        for (let i = 0; i < width; i++) {
          for (let j = 0; j < width; j++) z[layer][j] += below[i] * H[i * width + j];
        }
      }
      for (let j = 0; j < width; j++) f[layer][j] = activation.value(z[layer][j]);
    }
  }

  function forward(weights: Tensors, data: Dataset): Float64Array {
    const V = weights.V.data;
    const top = f[depth - 1];
    const table = first.table(weights);
    const logits = new Float64Array(data.count * classes);
    for (let row = 0; row < data.count; row++) {
      features(weights, table, data, row);
      for (let j = 0; j < width; j++) {
        const feature = outputScale * top[j];
        for (let c = 0; c < classes; c++) logits[row * classes + c] += feature * V[j * classes + c];
      }
    }
    return logits;
  }

  /** One row's part of every gradient. */
  function backward(
    weights: Tensors,
    gradients: Tensors,
    upstream: ArrayLike<number>,
    row: number,
  ): void {
    const V = weights.V.data;
    for (let j = 0; j < width; j++) {
      const feature = outputScale * f[depth - 1][j];
      let sum = 0;
      for (let c = 0; c < classes; c++) {
        const dy = upstream[row * classes + c];
        gradients.V.data[j * classes + c] += feature * dy;
        sum += dy * V[j * classes + c];
      }
      upstreamOf[depth - 1][j] = outputScale * sum;
    }
    for (let layer = depth - 1; layer >= 0; layer--) {
      const dz = upstreamOf[layer];
      for (let j = 0; j < width; j++) dz[j] *= activation.derivative(z[layer][j]);
      if (layer === 0) break;
      const H = weights[`H${layer}`].data;
      const gradH = gradients[`H${layer}`].data;
      const below = f[layer - 1];
      for (let i = 0; i < width; i++) {
        let sum = dz[i];
        for (let j = 0; j < width; j++) {
          gradH[i * width + j] += below[i] * dz[j];
          sum += dz[j] * H[i * width + j];
        }
        upstreamOf[layer - 1][i] = sum;
      }
    }
  }

  return {
    precision: "float64",
    logits: forward,
    features(weights, data) {
      const table = first.table(weights);
      const result = new Float64Array(data.count * width);
      for (let row = 0; row < data.count; row++) {
        features(weights, table, data, row);
        result.set(f[depth - 1], row * width);
      }
      return result;
    },
    gradients(weights, data, lossGradient) {
      const upstream = lossGradient(forward(weights, data));
      const gradients = Object.fromEntries(
        Object.entries(weights).map(([name, { shape, data }]): [string, Tensor] => [
          name,
          { shape, data: new Float64Array(data.length) },
        ]),
      );
      const table = first.table(weights);
      const gradTable = new Float64Array(table.length);
      for (let row = 0; row < data.count; row++) {
        features(weights, table, data, row);
        backward(weights, gradients, upstream, row);
        first.scatter(table, gradTable, data, row, upstreamOf[0]);
      }
      first.weightGradients(weights, gradTable, gradients);
      return gradients;
    },
    dispose() {},
  };
}
