import { cyclic } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { type MetricRow, runConfig, setUp, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.6 },
  model: { width: 128 },
  optimiser: { kind: "adam", learningRate: 5e-3 },
  steps: 1200,
  evaluateEvery: 20,
  goal: null,
});

/** A run of Z_23 that memorises at about step 40 and generalises at about 500. */
export const trained = (async () => {
  const { problem } = setUp(config);
  const at: Record<number, Tensors> = {};
  const rows: MetricRow[] = [];
  let start: Tensors = {};
  const run = train(config, {
    engine: wasmEngine({ threads: 1 }),
    checkpointEvery: 50,
    onOpen: (session) => {
      start = session.snapshot().weights;
    },
    onCheckpoint: ({ step, weights }) => {
      at[step] = weights;
    },
  });
  for await (const row of run) rows.push(row);
  return {
    spec: problem,
    group: cyclic(23),
    train: problem.train,
    test: problem.test,
    /** Weights before the first step. */
    start,
    /** Weights at every 50th step. */
    at,
    rows,
  };
})();
