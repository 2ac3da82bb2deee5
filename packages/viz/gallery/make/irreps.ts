import { dataset, realIrreps, split, symmetric, task } from "@grokscape/group-datasets";
import { type Diagnosis, diagnose, stageSpans } from "@grokscape/theory";
import { runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { short, writeFixture } from "./write.ts";

const config = runConfig({
  task: "symmetric:4",
  model: { width: 128 },
  split: { fraction: 0.6 },
  optimiser: { kind: "adam", learningRate: 2e-3, weightDecay: 1e-3 },
  steps: 3000,
  evaluateEvery: 1,
  goal: null,
});

/** How the weight of a network that learns S_4 moves between its irreps. */
export async function makeIrreps(): Promise<void> {
  const group = symmetric(4);
  const parts = split(task(config.task), { ...config.split, seed: config.seed });
  const data = dataset(task(config.task), parts.train);
  const looked = new Set([0]);
  for (let i = 0; i <= 30 * Math.log10(config.steps); i++) looked.add(Math.round(10 ** (i / 30)));
  const diagnoses: Diagnosis[] = [];
  let snapshot: () => { weights: Record<string, { data: ArrayLike<number> }> };
  const run = train(config, {
    engine: wasmEngine(),
    onOpen: (session) => {
      snapshot = () => session.snapshot();
    },
  });
  let next = await run.next();
  for (; !next.done; next = await run.next()) {
    const { step } = next.value;
    if (!looked.has(step)) continue;
    const { W, V } = snapshot!().weights;
    diagnoses.push(
      diagnose(
        group,
        data,
        { step, width: config.model.width, hidden: W!.data, top: V!.data },
        { activation: "quadratic" },
      ),
    );
  }
  const seen = new Map<number, number>();
  const names = realIrreps(group).map(({ dimension }, place) => {
    if (place === 0) return "trivial";
    const before = seen.get(dimension) ?? 0;
    seen.set(dimension, before + 1);
    return dimension === 1 ? "sign" : `d = ${dimension}${"′".repeat(before)}`;
  });
  writeFixture("irreps", {
    names,
    stages: stageSpans(diagnoses),
    rows: diagnoses.map(({ step, spectrum }) => ({ step, spectrum: spectrum.map(short) })),
  });
  console.log(next.value.memorisedAt, next.value.generalisedAt);
}
