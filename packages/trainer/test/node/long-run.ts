import {
  type MetricRow,
  type NetworkInTraining,
  type RunRecord,
  referenceEngine,
  runConfig,
} from "@grokscape/trainer";
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

const inRow = ({ weights }: NetworkInTraining): number[] => Array.from(weights.V.data).slice(0, 5);
const halfRight = ({ trainAccuracy }: MetricRow): boolean => trainAccuracy >= 0.5;

/** By the step alone, and by what came before it. */
export const longReadings = {
  top: { due: (rows) => (rows.at(-1)?.step ?? 1) % 8 === 0, read: inRow },
  half: {
    due: (rows) => rows.findIndex(halfRight) === rows.length - 1,
    read: async ({ setUp, weights }) => setUp.problem.train.count * weights.W.data[0],
  },
} satisfies FolderOptions["readings"];

export const toyOptions: FolderOptions = {
  engine: referenceEngine,
  task: additionTask(11),
  checkpointEvery: 10,
  readings: longReadings,
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
