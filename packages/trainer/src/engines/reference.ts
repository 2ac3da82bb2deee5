import type { Dataset } from "@grokscape/group-datasets";
import { activationFunctions, type Tensors } from "@grokscape/models";
import type { Engine, Problem } from "../engine/engine.ts";
import { type Network, openSession } from "../engine/session.ts";

/** The definition, in float64 and plain loops. Slow; every other engine is tested against it. */
export const referenceEngine: Engine = {
  name: "reference",
  numericVersion: "1",
  open: async (problem, start) => openSession(problem, start, referenceNetwork(problem)),
};

function referenceNetwork({ model, shape, train, test }: Problem): Network {
  const { width, outputScale } = model;
  const { vocabulary, classes } = shape;
  const activation = activationFunctions(model.activation);

  /** z = X W for one row: the sum of the rows of W that its operands name. */
  function preActivation(data: Dataset, row: number, W: ArrayLike<number>, z: Float64Array): void {
    z.fill(0);
    for (let operand = 0; operand < data.arity; operand++) {
      const symbol = operand * vocabulary + data.operands[row * data.arity + operand];
      for (let j = 0; j < width; j++) z[j] += W[symbol * width + j];
    }
  }

  function forward(weights: Tensors, data: Dataset): Float64Array {
    const { W, V } = weights;
    const z = new Float64Array(width);
    const logits = new Float64Array(data.count * classes);
    for (let row = 0; row < data.count; row++) {
      preActivation(data, row, W.data, z);
      for (let j = 0; j < width; j++) {
        const feature = outputScale * activation.value(z[j]);
        for (let c = 0; c < classes; c++) {
          logits[row * classes + c] += feature * V.data[j * classes + c];
        }
      }
    }
    return logits;
  }

  return {
    precision: "float64",
    logits: (weights, data) => forward(weights, data === "test" ? test : data),
    gradients(weights, lossGradient) {
      const { W, V } = weights;
      const upstream = lossGradient(forward(weights, train));
      const gradW = new Float64Array(W.data.length);
      const gradV = new Float64Array(V.data.length);
      const z = new Float64Array(width);
      for (let row = 0; row < train.count; row++) {
        preActivation(train, row, W.data, z);
        for (let j = 0; j < width; j++) {
          const feature = outputScale * activation.value(z[j]);
          let gradFeature = 0;
          for (let c = 0; c < classes; c++) {
            const dy = upstream[row * classes + c];
            gradV[j * classes + c] += feature * dy;
            gradFeature += dy * V.data[j * classes + c];
          }
          const gradZ = outputScale * gradFeature * activation.derivative(z[j]);
          for (let operand = 0; operand < train.arity; operand++) {
            const symbol = operand * vocabulary + train.operands[row * train.arity + operand];
            gradW[symbol * width + j] += gradZ;
          }
        }
      }
      return {
        W: { shape: W.shape, data: gradW },
        V: { shape: V.shape, data: gradV },
      };
    },
    dispose() {},
  };
}
