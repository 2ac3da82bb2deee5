import { initialise, mlp, weightLayout } from "@grokscape/models";

const shape = { operands: 2, vocabulary: 7, classes: 7 };
const deep = mlp({ width: 16, activation: "relu", hiddenLayers: 1 });
for (const { name, shape: size } of weightLayout(deep, shape)) console.log(name, size.join(" × "));

const { W } = initialise(deep, shape, 1);
console.log("the first weight of seed 1:", W?.data[0]?.toFixed(6)); // on every machine
