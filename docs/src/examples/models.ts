import { initialise } from "@grokscape/models";

const network = {
  kind: "mlp",
  width: 256,
  activation: "quadratic",
  outputScale: 1,
  topInit: 1,
} as const;
const { W, V } = initialise(network, { operands: 2, vocabulary: 23, classes: 23 }, 1);
console.log("W", W.shape.join(" × "), "and V", V.shape.join(" × "));
