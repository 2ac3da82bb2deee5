import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunConfig, runConfig, runId } from "@grokscape/trainer";
import { fastestEngine, trainInFolder } from "@grokscape/trainer/node";

const small = runConfig({ task: "cyclic:7", model: { width: 16 }, steps: 200, goal: null });

/** Settings of the n-th run: 100 learning rates, and a seed for every hundred runs. */
const nth = (i: number): RunConfig => ({
  ...small,
  optimiser: { ...small.optimiser, learningRate: (1 + (i % 100)) * 1e-4 },
  seed: 1 + Math.floor(i / 100),
});

/** Fills a store with run folders that are what training leaves, but that all came to the same. */
export async function fillStore(store: string, runs: number): Promise<void> {
  const engine = await fastestEngine(small, { threads: 1 });
  const once = mkdtempSync(join(tmpdir(), "grokscape-once-"));
  try {
    const training = trainInFolder(once, small, { engine });
    while (!(await training.next()).done);
    const read = (file: string) => readFileSync(join(once, file), "utf8");
    const config = JSON.parse(read("config.json"));
    const summary = JSON.parse(read("summary.json"));
    const metrics = read("metrics.jsonl");
    for (let i = 0; i < runs; i++) {
      const own = nth(i);
      const id = runId(own, engine);
      const folder = join(store, id);
      mkdirSync(folder, { recursive: true });
      const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
      write("config.json", JSON.stringify({ ...config, id, config: own }));
      write("metrics.jsonl", metrics);
      write("summary.json", JSON.stringify({ ...summary, id }));
    }
  } finally {
    rmSync(once, { recursive: true, force: true });
  }
}
