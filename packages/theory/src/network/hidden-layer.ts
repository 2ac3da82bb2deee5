import { type Dataset, InputError } from "@grokscape/group-datasets";
import { mustAllBe, mustBe } from "@grokscape/group-datasets/forms";
import { aDataset, aMatrix } from "../input/kinds.ts";
import { type ActivationName, scalarActivation } from "../numerics/activation.ts";
import { type RealMatrix, zeros } from "../numerics/real-matrix.ts";

/** XW for one-hot operands, n × K: a row of W for each operand of a sample, added up. */
function preActivations(dataset: Dataset, hidden: RealMatrix): RealMatrix {
  mustBe("dataset", aDataset, dataset);
  mustBe("hidden", aMatrix, hidden);
  const { count, arity, operands } = dataset;
  const { rows, columns: width, data } = hidden;
  if (rows % arity !== 0) {
    throw new InputError(
      `W has ${rows} rows for ${arity} operands`,
      "it has operands × vocabulary rows",
    );
  }
  const vocabulary = rows / arity;
  const result = zeros(count, width);
  for (let i = 0; i < count; i++) {
    const to = i * width;
    for (let k = 0; k < arity; k++) {
      const symbol = operands[i * arity + k];
      if (symbol >= vocabulary) {
        throw new InputError(`symbol ${symbol} of sample ${i}`, `W knows 0 … ${vocabulary - 1}`);
      }
      const from = (k * vocabulary + symbol) * width;
      for (let j = 0; j < width; j++) result.data[to + j] += data[from + j];
    }
  }
  return result;
}

/**
 * F = σ(XW), the features of a hidden layer on one-hot operands, n × K.
 *
 * @param hidden W, (operands × vocabulary) × K
 * @throws InputError if W does not have these rows, or for an unknown activation
 */
export function hiddenFeatures(
  dataset: Dataset,
  hidden: RealMatrix,
  activation: ActivationName,
): RealMatrix {
  const { value } = scalarActivation(activation);
  const z = preActivations(dataset, hidden);
  for (let i = 0; i < z.data.length; i++) z.data[i] = value(z.data[i]);
  return z;
}

/**
 * Xᵀ(σ′(XW) ∘ G_F), the shape of W: the direction in which gradient descent moves the hidden weights
 * when G_F arrives at their features. For G_F = ỸỸᵀF̃ column j is ∇E(w_j): each node climbs the
 * energy of its own (Theorem 1).
 *
 * @param gradient G_F, n × K
 */
export function hiddenGradient(
  dataset: Dataset,
  hidden: RealMatrix,
  activation: ActivationName,
  gradient: RealMatrix,
): RealMatrix {
  mustBe("dataset", aDataset, dataset);
  mustAllBe(aMatrix, { hidden, gradient });
  const { count, arity, operands } = dataset;
  const { columns: width } = hidden;
  if (gradient.rows !== count || gradient.columns !== width) {
    throw new InputError(
      `a gradient of ${gradient.rows}×${gradient.columns}`,
      `the features are ${count}×${width}`,
    );
  }
  const { derivative } = scalarActivation(activation);
  const z = preActivations(dataset, hidden);
  const vocabulary = hidden.rows / arity;
  const result = zeros(hidden.rows, width);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j++) {
      const pull = derivative(z.data[i * width + j]) * gradient.data[i * width + j];
      for (let k = 0; k < arity; k++) {
        result.data[(k * vocabulary + operands[i * arity + k]) * width + j] += pull;
      }
    }
  }
  return result;
}
