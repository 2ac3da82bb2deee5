import { forecast } from "@grokscape/measures";
import { type MetricRow, milestones, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.6 },
  model: { width: 128 },
  optimiser: { kind: "adam", learningRate: 5e-3 },
  steps: 1200,
  goal: null,
});
const rows: MetricRow[] = [];
for await (const row of train(config, { engine: wasmEngine({ threads: 1 }) })) {
  rows.push(row);
  if (row.step !== 150) continue;
  const { probability, step } = forecast(config, rows);
  console.log(`will generalise: ${Math.round(100 * probability)} %`);
  console.log(`at step ${step?.low} to ${step?.high}`);
}
console.log(`did at step ${milestones(rows).generalisedFrom}`);
