// What early stopping by the forecaster would do to a border: `node --conditions=@grokscape/source runs.ts
// > outcomes.json` trains 200 runs to their end and keeps when each came, and what was forecast of it on the way.
import { cpus } from "node:os";
import { forecast } from "@grokscape/measures";
import { type MetricRow, type RunConfig, runConfig } from "@grokscape/trainer";
import { sweep } from "@grokscape/trainer/node";

/** Around the border of Z₁₃, within what the forecaster was fitted on. */
const counts = [90, 93, 96, 99, 102, 105, 108, 111, 114, 117];
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
export const moments = [100, 200, 400, 600, 800, 1200, 1600, 2000];

const configs = counts.flatMap((count) =>
  seeds.map((seed) =>
    runConfig({
      task: "cyclic:13",
      split: { count },
      model: { width: 128 },
      optimiser: { kind: "adam", learningRate: 0.01, weightDecay: 2e-4 },
      steps: 2000,
      evaluateEvery: 10,
      goal: { testAccuracy: 0.99, hold: 0 },
      seed,
    }),
  ),
);

const outcomes = new Map<RunConfig, object>();
for await (const { config, ...end } of sweep(configs)) {
  if ("error" in end) throw end.error;
  const { metrics, generalisedAt: cameAt } = end.record;
  const forecastAt = (step: number) => {
    const rows: readonly MetricRow[] = metrics.filter((row) => row.step <= step);
    const { probability } = forecast(config, rows);
    return Number(probability.toPrecision(3));
  };
  const { count } = config.split;
  const asked = moments.filter((step) => step <= (cameAt ?? config.steps));
  outcomes.set(config, { count, seed: config.seed, cameAt, forecasts: asked.map(forecastAt) });
}
const date = new Date().toISOString().slice(0, 10);
const about = {
  command: "node --conditions=@grokscape/source runs.ts > outcomes.json",
  machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`,
  ...{ date, steps: 2000, moments },
};
const lines = configs.map((config) => JSON.stringify(outcomes.get(config)));
console.log(`${JSON.stringify(about).slice(0, -1)},"runs":[\n${lines.join(",\n")}\n]}`);
