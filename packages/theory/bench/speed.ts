import { cyclic, dataset, groupTask, split, task } from "@grokscape/group-datasets";
import { runConfig } from "@grokscape/trainer";
import { energyLandscape, predict } from "../src/index.ts";

/** Median of several timings, in milliseconds, after a warm-up. */
function milliseconds(run: () => void, repeats = 9): number {
  for (let i = 0; i < 3; i++) run();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[repeats >> 1];
}

const order = 127;
const nodes = 2048;
const examples = groupTask("cyclic:127", cyclic(order));
const { train } = split(examples, { count: 4000, seed: 1 });
const data = dataset(examples, train);
const weights = Array.from({ length: nodes }, (_, j) =>
  Float64Array.from({ length: 2 * order }, (_, i) => Math.sin(1 + i * (j + 1)) / 16),
);
const gradient = new Float64Array(2 * order);

for (const activation of ["quadratic", "relu", "silu"] as const) {
  const landscape = energyLandscape(data, { vocabulary: order, classes: order, activation });
  const time = milliseconds(() => {
    for (const w of weights) landscape.gradient(w, gradient);
  });
  console.log(
    `energy and gradient, ${activation}, 2048 nodes, M = 127, n = 4000: ${time.toFixed(1)} ms`,
  );
}

const config = runConfig({
  task: "cyclic:127",
  split: { fraction: 0.25 },
  model: { width: nodes, activation: "quadratic" },
  optimiser: { kind: "adam", weightDecay: 2e-4 },
});
console.log(
  `predict, Z_127: ${milliseconds(() => predict(task("cyclic:127"), config)).toFixed(1)} ms`,
);
