import { cyclic } from "@grokscape/group-datasets";
import { descriptionLength, evaluate, irrepShares } from "@grokscape/measures";
import { runConfig, setUp, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.6 },
  model: { width: 128 },
  optimiser: { kind: "adam", learningRate: 5e-3 },
  steps: 1200,
  goal: null,
});
const { problem } = setUp(config);
const group = cyclic(23);

const run = train(config, {
  engine: wasmEngine({ threads: 1 }),
  checkpointEvery: 150,
  onCheckpoint({ step, weights }) {
    if (step !== 150 && step !== 1050) return;
    const { accuracy } = evaluate(problem, weights, problem.train);
    const rule = irrepShares(group, problem, weights).reduce((sum, share) => sum + share, 0);
    const { bits } = descriptionLength(problem, weights, problem.train, group);
    console.log(`step ${step}: ${100 * accuracy} % of the training pairs right,`);
    console.log(`  ${Math.round(100 * rule)} % by rule, ${Math.round(bits)} bits`);
  },
});
for await (const _ of run);
