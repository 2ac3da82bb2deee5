import { type RunConfig, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";

const task = additionTask(31);
const config: RunConfig = runConfig({
  task: task.id,
  split: { fraction: 0.5 },
  model: { width: 512 },
  steps: 12,
  evaluateEvery: 4,
  goal: null,
});

async function finish(threads: number) {
  const run = train(config, { engine: wasmEngine({ threads }), task });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value;
  }
}

test("1, 2, 3, 4 and 8 threads give the same rows and the same weights", async () => {
  const alone = await finish(1);
  expect(alone.metrics.at(-1)?.trainLoss).toBeLessThan(alone.metrics[0].trainLoss);
  for (const threads of [2, 3, 4, 8]) expect(await finish(threads)).toEqual(alone);
});
