import { type Engine, type RunConfig, type RunRecord, runConfig, train } from "@grokscape/trainer";
import { additionTask } from "../../toy-task.ts";

export const task = additionTask(31);

/** Wide enough for several slices, so that threads have something to share. */
export const config: RunConfig = runConfig({
  task: task.id,
  split: { fraction: 0.5 },
  model: { width: 512 },
  steps: 12,
  evaluateEvery: 4,
  goal: null,
});

export async function finish(engine: Engine): Promise<RunRecord> {
  const run = train(config, { engine, task });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value;
  }
}

export const weightsAfterShortRun = async (engine: Engine): Promise<string> =>
  (await finish(engine)).weightsHash;
