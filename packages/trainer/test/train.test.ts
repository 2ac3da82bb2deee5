import { dataset, InputError, split, type Task } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import {
  DivergedError,
  decodeCheckpoint,
  encodeCheckpoint,
  hashTensors,
  type Link,
  type MetricRow,
  openSession,
  optimiser,
  type RunConfig,
  type RunConfigInput,
  type RunRecord,
  referenceEngine,
  runConfig,
  setUp,
  type TrainableNetwork,
  type TrainingState,
  type TrainOptions,
  train,
  zerosLike,
} from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { batches } from "../src/engines/batches.ts";
import { additionTask } from "./toy-task.ts";

const task = additionTask(5);
const base: RunConfigInput = {
  task: task.id,
  split: { fraction: 0.6 },
  model: { width: 16 },
  optimiser: { kind: "adam", learningRate: 0.01 },
  steps: 40,
  evaluateEvery: 8,
  goal: null,
};
const config = runConfig(base);

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

  test("goes on to the very step at which its goal has held, from any state", async () => {
    const goal = { testAccuracy: 0.01, hold: 16 };
    const held = { ...config, steps: 400, goal };
    const states: TrainingState[] = [];
    const onCheckpoint = (state: TrainingState) => void states.push(state);
    const whole = await finish(held, { checkpointEvery: 3, onCheckpoint });
    expect(whole.record.stopped).toBe("goal");
    const holding = states.filter(({ progress }) => progress.goalSince !== null);
    expect(holding.length).toBeGreaterThan(5);
    for (const resumeFrom of states) {
      const metrics = whole.rows.filter(({ step }) => step < resumeFrom.step);
      const rest = await finish(held, { resumeFrom, metrics });
      expect(rest.record).toEqual(whole.record);
      const alone = await finish(held, { resumeFrom }); // as one who kept no rows
      expect(alone.record).toEqual({ ...whole.record, metrics: alone.rows });
    }
  });

  test("a goal that is lost begins anew, and when it was first reached is kept", async () => {
    const answers = [0, 1, 1, 0, 1, 1, 1, 0];
    const engine: TrainOptions["engine"] = {
      ...referenceEngine,
      async open(problem, start) {
        const session = await referenceEngine.open(problem, start);
        const accuracy = () => answers[session.snapshot().step / 8];
        return { ...session, evaluate: () => ({ loss: 1, accuracy: accuracy() }) };
      },
    };
    const goal = { testAccuracy: 0.5, hold: 16 };
    const states: TrainingState[] = [];
    const onCheckpoint = (state: TrainingState) => void states.push(state);
    const held = { ...config, steps: 56, goal };
    const came = { generalisedAt: 8, generalisedFrom: 32 };
    const { record } = await finish(held, { engine, checkpointEvery: 5, onCheckpoint });
    expect(record).toMatchObject({ stopped: "goal", steps: 48, ...came });
    for (const resumeFrom of states) {
      const rest = await finish(held, { engine, resumeFrom });
      expect(rest.record).toMatchObject({ stopped: "goal", steps: 48, ...came });
    }
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

  test("says which tensor it was, and hands out no checkpoint of it", async () => {
    const states: TrainingState[] = [];
    const options = {
      checkpointEvery: 1,
      onCheckpoint: (state: TrainingState) => {
        states.push(state);
      },
    };
    const spoilt = (tensor: "updates" | "state"): Link => ({
      name: `spoils ${tensor}`,
      init: (weights) => zerosLike(weights, "kept"),
      update(updates, state, _weights, step) {
        if (step === 7) (tensor === "state" ? state["kept/V"] : updates.V).data[3] = Number.NaN;
      },
    });
    const caught = async (link: Link) =>
      finish(config, { ...options, links: [link] }).catch((error) => error);

    expect(await caught(spoilt("updates"))).toMatchObject({
      name: "DivergedError",
      step: 8,
      tensor: "V",
      message: expect.stringContaining("the train loss is NaN at step 8, first in V"),
    });
    expect(states.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await caught(spoilt("state"))).toMatchObject({ step: 8, tensor: "kept/V" });
    expect(states.at(-1)?.step).toBe(7);
  });

  test("ends where a norm is no number, which no file could hold", async () => {
    const engine: TrainOptions["engine"] = {
      ...referenceEngine,
      async open(problem, start) {
        const session = await referenceEngine.open(problem, start);
        return { ...session, featureGradientNorm: () => Number.POSITIVE_INFINITY };
      },
    };
    await expect(finish(config, { engine })).rejects.toThrow("a norm is Infinity at step 0");
  });

  test("counts 99 % as memorised and as understood", async () => {
    const engine: TrainOptions["engine"] = {
      ...referenceEngine,
      async open(problem, start) {
        const session = await referenceEngine.open(problem, start);
        const measures = { loss: 1, accuracy: 0.99 };
        return {
          ...session,
          measure(over) {
            session.measure(over);
            return measures;
          },
          evaluate: () => measures,
        };
      },
    };
    const { record } = await finish(config, { engine });
    expect(record).toMatchObject({ memorisedAt: 0, generalisedAt: 0 });
  });

  test("names the gradient that is no number while the loss still is one", async () => {
    const problem = {
      ...config,
      shape: task,
      train: dataset(task, [0, 1, 2]),
      test: dataset(task, [3]),
    };
    const weights = initialise(config.model, task, 1);
    const network: TrainableNetwork = {
      precision: "float64",
      logits: () => new Float64Array(15),
      features: () => new Float64Array(0),
      gradients: (weights, _data, lossGradient) => {
        lossGradient(new Float64Array(15));
        const V = { ...weights.V, data: weights.V.data.map(() => Infinity) };
        return { W: weights.W, V };
      },
      dispose() {},
    };
    const session = openSession(problem, { step: 4, weights, optimiser: {} }, network);
    expect(session.measure().loss).toBeCloseTo(0.8, 14);
    expect(() => session.update()).toThrow("the gradient is Infinity at step 4, first in V");
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

/** Recipes that keep state of every kind. */
const recipes: Partial<RunConfigInput>[] = [
  {
    optimiser: { kind: "muon" },
    gradientFilters: [
      { kind: "grokfast-ma", window: 4 },
      { kind: "grokfast-ema" },
      { kind: "grokfast-ma", window: 3 },
    ],
    batchSize: 4,
    schedule: { kind: "cosine", warmUp: 12 },
  },
  {
    optimiser: { kind: "sgd", nesterov: true, learningRate: 0.01 },
    gradientFilters: [{ kind: "orthogonal" }, { kind: "clip", norm: 0.1 }],
    normClamp: 1.5,
    penalty: { l1: 1e-4, l2: 1e-3 },
    loss: "stablemax",
    batchSize: 7,
  },
  {
    optimiser: { kind: "muon", polar: "exact" },
    ridge: 0.2,
    batchSize: 6,
    normClamp: 0.9,
    labelScale: 2,
  },
];

describe.each([referenceEngine, tfjsEngine()])("with the $name engine", (engine) => {
  test.each(recipes)("%j goes on from its checkpoint files to the same bytes", async (changes) => {
    const config = runConfig({ ...base, ...changes });
    const files: Uint8Array[] = [];
    const whole = await finish(config, {
      engine,
      checkpointEvery: 9,
      onCheckpoint: (state) => {
        files.push(encodeCheckpoint(state));
      },
    });
    expect(files).toHaveLength(5);
    for (const file of files) {
      const resumeFrom = decodeCheckpoint(file);
      const before = whole.rows.filter(({ step }) => step < resumeFrom.step);
      const rest = await finish(config, { engine, resumeFrom, metrics: before });
      expect(rest.record).toEqual(whole.record);
    }
  });
});

describe("a state of another run is refused", () => {
  const lastOf = async (config: RunConfig, options: Partial<TrainOptions> = {}) => {
    const states: TrainingState[] = [];
    await finish(config, { ...options, onCheckpoint: (state) => void states.push(state) });
    return states[0];
  };
  const goOn = (resumeFrom: TrainingState, options: Partial<TrainOptions> = {}) =>
    finish(config, { resumeFrom, ...options });

  test.each<Partial<RunConfigInput>>([
    { seed: 2 },
    { optimiser: { kind: "adam", learningRate: 0.02 } },
    { model: { width: 8 } },
    { steps: 41 },
  ])("of %j", async (changes) => {
    const state = await lastOf(runConfig({ ...base, ...changes }));
    await expect(goOn(state)).rejects.toThrow(/state to go on from is of the run toy-addition-5-/);
    await expect(goOn(state)).rejects.toBeInstanceOf(InputError);
  });

  test("of another engine, or of links brought along", async () => {
    const engine = { ...referenceEngine, numericVersion: "0" };
    await expect(goOn(await lastOf(config, { engine }))).rejects.toThrow("is of the run");
    const links = [{ ...optimiser(config.optimiser, []), name: "own" }];
    await expect(goOn(await lastOf(config, { links }))).rejects.toThrow("is of the run");
  });

  const heldOut = split(task, { ...config.split, seed: config.seed }).test[0];
  const relabelled = (where: (index: number) => boolean): Task => ({
    ...task,
    example: (index) => {
      const { operands, label } = task.example(index);
      return { operands, label: where(index) ? (label + 1) % 5 : label };
    },
  });

  test.each<[string, Task]>([
    ["labels", relabelled(() => true)],
    ["labels of what is held out", relabelled((index) => index === heldOut)],
    ["operands", { ...task, example: (index) => task.example((index + 1) % 25) }],
    ["classes", { ...task, classes: 6 }],
  ])("of another task under the same id, by its %s", async (_what, other) => {
    const state = await lastOf(config, { task: other });
    await expect(goOn(state)).rejects.toThrow("was trained on other examples");
  });

  test("or one that comes after other rows", async () => {
    const state = await lastOf(config);
    const { rows } = await finish(config);
    const before = rows.filter(({ step }) => step < state.step);
    const altered = before.with(1, { ...before[1], testAccuracy: 0.5 });
    await expect(goOn(state, { metrics: altered })).rejects.toThrow("other rows");
    expect((await goOn(state, { metrics: before })).record.metrics).toEqual(rows);
  });

  /** As they were saved before they said of which run they are. */
  const unmarked = async (changes: Partial<RunConfigInput>) => {
    const { origin: _origin, ...state } = await lastOf(runConfig({ ...base, ...changes }));
    return state;
  };

  test.each<[string, Partial<RunConfigInput>, string]>([
    ["width", { model: { width: 8 } }, "has W (10 × 8), where this network has W (10 × 16)"],
    ["memory", { optimiser: { kind: "sgd" } }, "has no adam.first/W, where this recipe keeps"],
    ["length", { steps: 41 }, "is of step 41, the run has 40 steps"],
  ])("also by its %s alone", async (_what, changes, message) => {
    await expect(goOn(await unmarked(changes))).rejects.toThrow(message);
    await expect(goOn(await unmarked({}))).resolves.toBeDefined();
  });
});

test("a state says the same of the rows before it, whether they were kept or not", async () => {
  const told = async (options: Partial<TrainOptions>) => {
    const states: TrainingState[] = [];
    const onCheckpoint = (state: TrainingState) => void states.push(state);
    const { rows } = await finish(config, { ...options, checkpointEvery: 9, onCheckpoint });
    return { states, rows };
  };
  const { states, rows } = await told({});
  const [resumeFrom, ...rest] = states;
  const metrics = rows.filter(({ step }) => step < resumeFrom.step);
  expect((await told({ resumeFrom, metrics })).states).toEqual(rest);
  expect((await told({ resumeFrom })).states).toEqual(rest);
  const different = new Set(states.map(({ origin }) => origin?.rows));
  expect(different.size).toBe(4); // no row is due between steps 36 and 40
});

test("a task goes by the id that the config names", async () => {
  await expect(finish({ ...config, task: "toy:5" })).rejects.toThrow(
    "the config is for the task toy:5, the task itself is toy-addition:5",
  );
});

describe("a run in batches", () => {
  test("measures its rows over all training examples", async () => {
    const { rows } = await finish({ ...config, batchSize: 4 });
    const { rows: full } = await finish(config);
    expect(rows[0]).toEqual(full[0]);
    expect(rows.at(-1)?.trainLoss).not.toBe(full.at(-1)?.trainLoss);
    expect(rows.at(-1)?.trainLoss).toBeLessThan(rows[0].trainLoss);
    expect(Number(rows.at(-1)?.trainAccuracy) * 15).toBeCloseTo(
      Math.round(Number(rows.at(-1)?.trainAccuracy) * 15),
      9,
    );
  });

  test.each([15, 400])("of %i is a full batch where there are 15 examples", async (batchSize) => {
    const [seen, full] = [await finish({ ...config, batchSize }), await finish(config)];
    expect(seen.rows).toEqual(full.rows);
    expect(seen.record.weightsHash).toBe(full.record.weightsHash);
  });

  test("takes the step of its batch alone", async () => {
    const batchSize = 4;
    const { record } = await finish({ ...config, batchSize, steps: 1 });
    const shown = split(task, { ...config.split, seed: config.seed }).train;
    const batch = batches(dataset(task, shown), batchSize, config.seed)(0);
    const session = await referenceEngine.open(
      { ...config, shape: task, train: batch, test: batch },
      { step: 0, weights: initialise(config.model, task, config.seed), optimiser: {} },
    );
    session.measure();
    session.update();
    expect(record.weightsHash).toBe(hashTensors(session.snapshot().weights));
  });
});

describe("links brought along", () => {
  const signDescent: Link = {
    name: "sign-descent 1",
    init: () => ({}),
    update(updates) {
      for (const { data } of Object.values(updates)) {
        for (let i = 0; i < data.length; i++) data[i] = 0.01 * Math.sign(data[i]);
      }
    },
  };

  test("train in place of the config's optimiser, under an identity of their own", async () => {
    const plain = await finish(config);
    const { record } = await finish(config, { links: [signDescent] });
    expect(record.links).toEqual(["sign-descent 1"]);
    expect(record.id).not.toBe(plain.record.id);
    expect(record.weightsHash).not.toBe(plain.record.weightsHash);
    expect("links" in plain.record).toBe(false);
    const renamed = { ...signDescent, name: "sign-descent 2" };
    const other = await finish(config, { links: [renamed] });
    expect(other.record.id).not.toBe(record.id);
    expect(other.record.weightsHash).toBe(record.weightsHash);
  });

  test("the config's own optimiser brought along makes the config's own steps", async () => {
    const own: Link = { name: "own", ...optimiser(config.optimiser, []) };
    const schedule = { kind: "exponential", factor: 0.9, warmUp: 3 } as const;
    const scheduled = { ...config, schedule };
    const plain = await finish(scheduled);
    const { record } = await finish(scheduled, { links: [own] });
    expect(record.weightsHash).toBe(plain.record.weightsHash);
  });

  test.each([tfjsEngine(), wasmEngine({ threads: 1 })])(
    "train on the $name engine as on the reference",
    async (engine) => {
      const [seen, right] = [
        await finish(config, { engine, links: [signDescent] }),
        await finish(config, { links: [signDescent] }),
      ];
      seen.rows.forEach(({ trainLoss }, i) => {
        expect(Math.abs(trainLoss / right.rows[i].trainLoss - 1)).toBeLessThan(1e-4);
      });
    },
  );
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

test("what no machine has memory for is refused before an engine is opened", async () => {
  const engine = { ...referenceEngine, open: () => Promise.reject(new Error("opened")) };
  const endless = { kind: "grokfast-ma", window: 1e12 } as const;
  const run = train(runConfig({ task: "cyclic:7", gradientFilters: [endless] }), { engine });
  await expect(run.next()).rejects.toThrow(/^this run takes 43.0 PB of memory at least/);
});

test("what setUp makes is what train trains, and what its first row is of", async () => {
  const { problem, start, parts } = setUp(config, { task });
  expect(parts.train.length).toBe(problem.train.count);
  const session = await referenceEngine.open(problem, start());
  const [first] = (await finish(config)).record.metrics;
  expect(session.measure()).toEqual({ loss: first.trainLoss, accuracy: first.trainAccuracy });
  expect(session.evaluate()).toEqual({ loss: first.testLoss, accuracy: first.testAccuracy });
});
