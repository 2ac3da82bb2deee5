import { task } from "@grokscape/group-datasets";
import { errata, explain, predict } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";

const config = runConfig({
  task: "symmetric:4",
  split: { fraction: 0.7 },
  model: { width: 512, activation: "quadratic" },
  optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 2e-4 },
});
const prediction = predict(task(config.task), config);
const [first] = explain(prediction, "en");
console.log(first?.text);

const { measured, holds, printed } = errata[0]!.check();
console.log(`erratum 1: measured ${measured.toFixed(4)}, holds ${holds}, printed ${printed}`);
