import { type MetricRow, type RunRecord, referenceEngine, runConfig } from "@grokscape/trainer";
import type { FolderOptions } from "@grokscape/trainer/node";
import { additionTask } from "../toy-task.ts";

/** Half a second of training, in small steps. */
export const longRun = runConfig({
  task: "toy-addition:11",
  split: { fraction: 0.6 },
  model: { width: 64 },
  steps: 120,
  evaluateEvery: 4,
  goal: null,
});

export const toyOptions: FolderOptions = {
  engine: referenceEngine,
  task: additionTask(11),
  checkpointEvery: 10,
};

export async function drain(
  run: AsyncGenerator<MetricRow, RunRecord, void>,
): Promise<{ rows: MetricRow[]; record: RunRecord }> {
  const rows: MetricRow[] = [];
  for (;;) {
    const next = await run.next();
    if (next.done) return { rows, record: next.value };
    rows.push(next.value);
  }
}
