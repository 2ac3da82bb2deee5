import { cyclic, dataset, split, task } from "@grokscape/group-datasets";
import { diagnose } from "@grokscape/theory";
import { runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { short, writeFixture } from "./write.ts";

const order = 23;
const group = cyclic(order);
const irreps = (order - 1) / 2;
const widths = [4, 8, 12, 16, 24, 32, 48, 64];
const seeds = [1, 2, 3, 4, 5];
const steps = 1500;

async function covered(kind: "adam" | "muon", width: number, seed: number): Promise<number> {
  const config = runConfig({
    task: `cyclic:${order}`,
    model: { width },
    split: { fraction: 0.8 },
    optimiser: { kind, learningRate: 5e-3 },
    seed,
    steps,
    evaluateEvery: steps,
    goal: null,
  });
  let weights: { hidden: ArrayLike<number>; top: ArrayLike<number> } | null = null;
  const run = train(config, {
    engine: wasmEngine(),
    onCheckpoint: ({ weights: { W, V } }) => {
      weights = { hidden: W!.data, top: V!.data };
    },
  });
  for (let next = await run.next(); !next.done; ) next = await run.next();
  const parts = split(task(config.task), { ...config.split, seed });
  const data = dataset(task(config.task), parts.train);
  return diagnose(group, data, { step: steps, width, ...weights! }, { activation: "quadratic" })
    .covered.length;
}

/** How many irreps networks of few nodes hold, by what trained them. */
export async function makeCoupons(): Promise<void> {
  const measured = [];
  for (const [kind, name] of [
    ["adam", "Adam"],
    ["muon", "Muon"],
  ] as const) {
    const rows = [];
    for (const width of widths) {
      const counts = [];
      for (const seed of seeds) counts.push(await covered(kind, width, seed));
      rows.push({
        nodes: width,
        covered: short(counts.reduce((a, b) => a + b) / counts.length),
        low: Math.min(...counts),
        high: Math.max(...counts),
      });
    }
    measured.push({ name, source: "measured", rows });
  }
  const independent = Array.from({ length: 65 }, (_, nodes) => ({
    nodes,
    covered: short(irreps * (1 - (1 - 1 / irreps) ** nodes)),
  }));
  writeFixture("coupons", {
    irreps,
    coverages: [...measured, { name: "theory", source: "theory", rows: independent }],
  });
}
