import { task } from "@grokscape/group-datasets";
import { predict } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";

const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.2 },
  model: { width: 256, activation: "quadratic" },
  optimiser: { kind: "adam", weightDecay: 2e-4 },
});
const { verdict, critical, width } = predict(task(config.task), config);
console.log(verdict?.outcome);
console.log("critical number of examples:", Math.round(critical?.authorCount.value ?? 0));
console.log("hidden nodes that suffice:", width?.exact.value);
