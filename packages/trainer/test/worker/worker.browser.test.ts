import { task } from "@grokscape/group-datasets";
import {
  type MetricRow,
  type RunRecord,
  referenceEngine,
  runConfig,
  train,
} from "@grokscape/trainer";
import { connectTraining } from "@grokscape/trainer/worker";
import { afterEach, expect, test } from "vitest";

const config = {
  task: "cyclic:7",
  split: { fraction: 0.6 },
  model: { width: 32 },
  optimiser: { kind: "adam", learningRate: 0.02 },
  steps: 300,
  evaluateEvery: 20,
  goal: null,
} as const;

const start = () =>
  connectTraining(new Worker(new URL("./toy.worker.ts", import.meta.url), { type: "module" }));
let training = start();

afterEach(() => {
  training.terminate();
  training = start();
});

test("a run in a worker is the run itself", async () => {
  const run = await training.open(config);
  const rows: MetricRow[] = [];
  for (;;) {
    const next = await run.next();
    if (next.done) {
      const here = train(runConfig(config), { engine: referenceEngine });
      for (;;) {
        const row = await here.next();
        if (row.done) {
          expect(next.value).toEqual(row.value);
          break;
        }
      }
      break;
    }
    rows.push(next.value);
  }
  expect(rows.at(-1)?.trainAccuracy).toBe(1);
  const { predictions } = await run.look();
  const addition = task("cyclic:7");
  const right = [...predictions].filter((c, i) => c === addition.example(i).label).length;
  const last = rows.at(-1) as MetricRow;
  expect(right).toBe(Math.round(last.trainAccuracy * 29 + last.testAccuracy * 20));
});

test.each(["parity:6,2", "small:21,1", "division:cyclic:7", "expression:7,x*y"])(
  "a run of %s needs nothing but serveTraining, whatever is loaded here",
  async (id) => {
    const run = await training.open({ ...config, task: id, steps: 20 });
    const first = await run.next();
    expect(first.value).toMatchObject({ step: 0 });
    await run.next();
    const end = await run.next();
    expect(end.done).toBe(true);
    expect((end.value as RunRecord).config.task).toMatch(new RegExp(`^${id.split(":")[0]}`));
  },
);

test("one run has one id in a worker, however its task is written", async () => {
  const idOf = async (task: string) => {
    const run = await training.open({ ...config, task, steps: 1, evaluateEvery: 1 });
    for (;;) {
      const next = await run.next();
      if (next.done) return next.value.id;
    }
  };
  expect(await idOf("parity:6,2")).toBe(await idOf("parity:6,2,0"));
});

test("it trains only while rows are asked for", async () => {
  const run = await training.open(config);
  const first = await run.next();
  for (let i = 0; i < 5; i++) await run.look(); // it has had the time to go on
  const second = await run.next();
  expect([first, second].map(({ value }) => (value as MetricRow).step)).toEqual([0, 20]);
});

test("a second run closes the first and starts from the same weights", async () => {
  const run = await training.open(config);
  const first = await run.next();
  await run.next();
  const again = await training.open(config);
  expect(await again.next()).toEqual(first);
});

test("a config that is not usable is refused with the reason", async () => {
  await expect(training.open({ ...config, model: { width: 0 } })).rejects.toThrow(
    "model.width must be ≥ 1, got 0",
  );
});

test("a worker that cannot be loaded fails, rather than hangs", async () => {
  const broken = connectTraining(new Worker("/no-such-worker.js", { type: "module" }));
  await expect(broken.open(config)).rejects.toThrow("the training worker failed");
});

test("it goes on for as many rows as are due, and tells how far the run has come", async () => {
  const run = await training.open(config);
  expect(run.engine).toBe("reference");
  const { rows, milestones, record } = await run.advance(4, 1e9);
  expect(rows.map(({ step }) => step)).toEqual([0, 20, 40, 60]);
  expect(milestones.memorisedAt ?? 60).toBeLessThanOrEqual(60);
  expect(record).toBe(null);
  const end = await run.advance(1000, 1e9);
  expect(end.record?.metrics).toHaveLength(16);
  expect(end.rows.at(-1)?.step).toBe(300);
});

test("a look shows what is wished for, and nothing else", async () => {
  const run = await training.open(config);
  await run.next();
  expect(Object.keys(await run.look())).toEqual(["predictions"]);
  const { weights } = await run.look(["weights"]);
  expect(Object.keys(weights ?? {})).toEqual(["W", "V"]);
});
