import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import type { ModelSpec, Tensors } from "@grokscape/models";

/**
 * The way from an example's symbols to z, in float64. What a symbol of an operand contributes is a
 * row of a table (operands·vocabulary × K): of W itself, or of E·W where the embedding is trained.
 */
export interface FirstLayer {
  table(weights: Tensors): Float64Array;
  /** z of one row: its operands' table rows, added up or multiplied entry by entry. */
  preActivation(table: Float64Array, data: Dataset, row: number, z: Float64Array): void;
  /** Adds one row's ∂loss/∂table to `gradTable`, from its ∂loss/∂z. */
  scatter(
    table: Float64Array,
    gradTable: Float64Array,
    data: Dataset,
    row: number,
    dz: Float64Array,
  ): void;
  /** Writes the gradients of W and of the embedding. */
  weightGradients(weights: Tensors, gradTable: Float64Array, gradients: Tensors): void;
}

export function firstLayer(
  { width, combine, embedding }: ModelSpec,
  { operands, vocabulary }: TaskShape,
): FirstLayer {
  const rowOf = (data: Dataset, row: number, operand: number) =>
    (operand * vocabulary + data.operands[row * data.arity + operand]) * width;

  /** The others' product for each operand, or 1 where operands are added up. */
  function partner(table: Float64Array, data: Dataset, row: number, operand: number, j: number) {
    if (combine === "sum") return 1;
    let product = 1;
    for (let other = 0; other < operands; other++) {
      if (other !== operand) product *= table[rowOf(data, row, other) + j];
    }
    return product;
  }

  return {
    table({ W, embedding: E }) {
      if (embedding === "one-hot") return Float64Array.from(W.data);
      const table = new Float64Array(W.data.length);
      forEachProduct(operands, vocabulary, width, (symbol, entry, to, from, j) => {
        table[to + j] += E.data[symbol * vocabulary + entry] * W.data[from + j];
      });
      return table;
    },
    preActivation(table, data, row, z) {
      z.fill(combine === "sum" ? 0 : 1);
      for (let operand = 0; operand < operands; operand++) {
        const from = rowOf(data, row, operand);
        if (combine === "sum") for (let j = 0; j < width; j++) z[j] += table[from + j];
        else for (let j = 0; j < width; j++) z[j] *= table[from + j];
      }
    },
    scatter(table, gradTable, data, row, dz) {
      for (let operand = 0; operand < operands; operand++) {
        const to = rowOf(data, row, operand);
        for (let j = 0; j < width; j++) {
          gradTable[to + j] += dz[j] * partner(table, data, row, operand, j);
        }
      }
    },
    weightGradients({ W, embedding: E }, gradTable, gradients) {
      if (embedding === "one-hot") {
        gradients.W.data.set(gradTable);
        return;
      }
      const gradE = gradients.embedding.data;
      const gradW = gradients.W.data;
      forEachProduct(operands, vocabulary, width, (symbol, entry, to, from, j) => {
        gradE[symbol * vocabulary + entry] += gradTable[to + j] * W.data[from + j];
        gradW[from + j] += gradTable[to + j] * E.data[symbol * vocabulary + entry];
      });
    },
  };
}

/** Visits the terms of E·W_o for every operand o: table row `to`, row `from` of W, node j. */
function forEachProduct(
  operands: number,
  vocabulary: number,
  width: number,
  visit: (symbol: number, entry: number, to: number, from: number, j: number) => void,
): void {
  for (let operand = 0; operand < operands; operand++) {
    for (let symbol = 0; symbol < vocabulary; symbol++) {
      for (let entry = 0; entry < vocabulary; entry++) {
        const to = (operand * vocabulary + symbol) * width;
        const from = (operand * vocabulary + entry) * width;
        for (let j = 0; j < width; j++) visit(symbol, entry, to, from, j);
      }
    }
  }
}
