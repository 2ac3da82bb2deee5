import { mlp, transformer } from "@grokscape/models";
import { expect, test } from "vitest";
import { networkInWords } from "../../src/report/network-in-words.ts";

test.each([
  [mlp({ width: 2048 }), "A network with 2,048 hidden nodes"],
  [mlp({ width: 1, bias: true }), "A network with 1 hidden node and biases"],
  [
    mlp({ width: 200, hiddenLayers: 1, weights: "complex", embedding: "per-operand" }),
    "A network with 2 hidden layers of 200 nodes each, complex weights, and a trained embedding for each operand",
  ],
  [
    mlp({ width: 8, combine: "product", batchNorm: true, embedding: "trainable" }),
    "A network with 8 hidden nodes, a trained embedding, operands that are multiplied, and batch norm",
  ],
  [
    transformer(),
    "A transformer with 1 block, 4 attention heads and 512 hidden nodes in each, 128 numbers for a token, no layer norm,",
  ],
  [
    transformer({ layers: 2, heads: 1, layerNorm: "post" }),
    "A transformer with 2 blocks, 1 attention head and 512 hidden nodes in each, 128 numbers for a token, layer norm after each part,",
  ],
])("%o: %s", (model, words) => {
  expect(networkInWords(model)).toBe(words);
});
