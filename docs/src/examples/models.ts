import { initialise, mlp } from "@grokscape/models";

const network = mlp({ width: 256 });
const { W, V } = initialise(network, { operands: 2, vocabulary: 23, classes: 23 }, 1);
console.log("W", W.shape.join(" × "), "and V", V.shape.join(" × "));
