import {
  DivergedError,
  type MetricRow,
  type RunConfig,
  type RunRecord,
  referenceEngine,
  runConfig,
  type TrainingState,
  type TrainOptions,
  train,
} from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { additionTask } from "./toy-task.ts";

const task = additionTask(5);
const config = runConfig({
  task: task.id,
  split: { fraction: 0.6 },
  model: { width: 16 },
  optimiser: { kind: "adam", learningRate: 0.01 },
  steps: 40,
  evaluateEvery: 8,
  goal: null,
});

async function finish(config: RunConfig, options: Partial<TrainOptions> = {}) {
  const rows: MetricRow[] = [];
  const run = train(config, { engine: referenceEngine, task, ...options });
  for (;;) {
    const next = await run.next();
    if (next.done) return { rows, record: next.value as RunRecord };
    rows.push(next.value);
  }
}

describe("train", () => {
  test("yields a row every evaluateEvery steps and one after the last", async () => {
    const { rows, record } = await finish({ ...config, steps: 20 });
    expect(rows.map(({ step }) => step)).toEqual([0, 8, 16, 20]);
    expect(record.metrics).toEqual(rows);
    expect(record).toMatchObject({ stopped: "steps", steps: 20 });
  });

  test("learns", async () => {
    const { rows } = await finish({ ...config, steps: 400 });
    expect(rows[0].trainAccuracy).toBeLessThan(0.7);
    expect(rows.at(-1)?.trainAccuracy).toBe(1);
    expect(rows.at(-1)?.trainLoss).toBeLessThan(rows[0].trainLoss / 10);
  });

  test("names the first measured steps with 99 % accuracy", async () => {
    const { rows, record } = await finish({ ...config, steps: 400 });
    const first = rows.find(({ trainAccuracy }) => trainAccuracy >= 0.99);
    expect(first).toBeDefined();
    expect(record.memorisedAt).toBe(first?.step);
  });

  test("stops once the goal has held", async () => {
    const goal = { testAccuracy: 0.01, hold: 16 };
    const { rows, record } = await finish({ ...config, steps: 400, goal });
    const reachedAt = rows.findLast(({ testAccuracy }, i) => {
      return testAccuracy >= 0.01 && (i === 0 || rows[i - 1].testAccuracy < 0.01);
    });
    expect(record.stopped).toBe("goal");
    expect(record.steps).toBe((reachedAt?.step as number) + 16);
  });

  test("says at which step it diverged", async () => {
    const wild: RunConfig = {
      ...config,
      steps: 400,
      optimiser: { kind: "sgd", learningRate: 1e6, momentum: 0, nesterov: false, weightDecay: 0 },
    };
    await expect(finish(wild)).rejects.toThrow(DivergedError);
    await expect(finish(wild)).rejects.toThrow(/train loss is (NaN|Infinity) at step \d+/);
  });

  test("ends cleanly on abort, with the state it reached", async () => {
    const abort = new AbortController();
    const states: TrainingState[] = [];
    const run = train(config, {
      engine: referenceEngine,
      task,
      signal: abort.signal,
      onCheckpoint: (state) => {
        states.push(state);
      },
    });
    await run.next();
    await run.next();
    abort.abort();
    const end = await run.next();
    expect(end.done).toBe(true);
    expect(end.value).toMatchObject({ stopped: "aborted", steps: 9 });
    expect(states.map(({ step }) => step)).toEqual([9]);
  });
});

const engines = [referenceEngine, tfjsEngine(), wasmEngine({ threads: 1 })];

describe.each(engines)("the $name engine", (engine) => {
  test("gives the same bytes twice", async () => {
    const [first, second] = [await finish(config, { engine }), await finish(config, { engine })];
    expect(second.record.weightsHash).toBe(first.record.weightsHash);
    expect(second.rows).toEqual(first.rows);
  });

  test("goes on from any checkpoint to the same bytes", async () => {
    const states: TrainingState[] = [];
    const whole = await finish(config, {
      engine,
      checkpointEvery: 9,
      onCheckpoint: (state) => {
        states.push(state);
      },
    });
    expect(states.map(({ step }) => step)).toEqual([9, 18, 27, 36, 40]);
    for (const resumeFrom of states) {
      const before = whole.rows.filter(({ step }) => step < resumeFrom.step);
      const rest = await finish(config, { engine, resumeFrom, metrics: before });
      expect(rest.record).toEqual(whole.record);
    }
  });

  test("gives other bytes for another seed", async () => {
    const other = await finish({ ...config, seed: 2 }, { engine });
    expect(other.record.weightsHash).not.toBe(
      (await finish(config, { engine })).record.weightsHash,
    );
  });
});
