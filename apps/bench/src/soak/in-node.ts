import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  type Engine,
  type RunConfigInput,
  referenceEngine,
  runConfig,
  train,
} from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { type Memory, memoryOf, type Sample } from "./memory.ts";

/** Small runs of every engine in one process. */
export interface SoakedProcess extends Memory {
  readonly runs: number;
  readonly kinds: readonly string[];
  readonly seconds: number;
}

const small = { split: { fraction: 0.6 }, steps: 40, goal: null } as const;
const transformer = { kind: "transformer", width: 16, heads: 2, mlpWidth: 32 } as const;

/** What is trained in turn. */
const kinds: Readonly<Record<string, { config: RunConfigInput; engine: Engine }>> = {
  "two layers": {
    config: { ...small, task: "cyclic:13", model: { width: 64 } },
    engine: wasmEngine({ threads: 1 }),
  },
  "two layers, two threads": {
    config: { ...small, task: "dihedral:6", model: { width: 64 } },
    engine: wasmEngine({ threads: 2 }),
  },
  transformer: {
    config: { ...small, task: "cyclic:7", model: transformer, loss: "cross-entropy" },
    engine: wasmEngine({ threads: 1 }),
  },
  TensorFlow: {
    config: { ...small, task: "cyclic:11", model: { width: 32 } },
    engine: tfjsEngine(),
  },
  reference: {
    config: { ...small, task: "symmetric:3", model: { width: 16 }, optimiser: { kind: "muon" } },
    engine: referenceEngine,
  },
};

/** Trains so many runs one after the other, each with another seed, and looks at the memory a hundred times. */
export async function soakProcess(runs: number): Promise<SoakedProcess> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const samples: Sample[] = [];
  const began = performance.now();
  const all = Object.values(kinds);
  const between = Math.max(1, Math.floor(runs / 100));
  for (let i = 0; i < runs; i++) {
    const { config, engine } = all[i % all.length];
    const run = train(runConfig({ ...config, seed: i + 1 }), { engine });
    for (let next = await run.next(); !next.done; ) next = await run.next();
    if (i % between > 0) continue;
    for (let times = 0; times < 3; times++) {
      collect();
      await setImmediate();
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    samples.push({ runs: i, resident: rss, held: heapUsed + external });
  }
  const seconds = (performance.now() - began) / 1000;
  return { runs, kinds: Object.keys(kinds), seconds, ...memoryOf(samples) };
}
