import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { InputError } from "@grokscape/group-datasets";
import {
  DivergedError,
  type MetricRow,
  type RunConfig,
  type RunRecord,
  runConfig,
  runId,
  train,
} from "@grokscape/trainer";
import {
  errorOfThread,
  fastestEngine,
  RunFolderError,
  readRun,
  type SweepOptions,
  type SweptRun,
  sweep,
  trainInFolder,
} from "@grokscape/trainer/node";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const config = (seed: number, changes: Partial<RunConfig> = {}): RunConfig => ({
  ...runConfig({
    task: "cyclic:7",
    split: { fraction: 0.6 },
    model: { width: 16 },
    steps: 40,
    goal: null,
    seed,
  }),
  ...changes,
});

async function collect(configs: readonly RunConfig[], threads?: number): Promise<SweptRun[]> {
  const all: SweptRun[] = [];
  for await (const swept of sweep(configs, { threads })) all.push(swept);
  return all;
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("every run of a sweep is the run itself, whatever the number of threads", async () => {
  const configs = [1, 2, 3, 4, 5].map((seed) => config(seed));
  for (const threads of [1, 2]) {
    const swept = await collect(configs, threads);
    expect(swept.length).toBe(5);
    for (const wanted of configs) {
      const run = train(wanted, { engine: wasmEngine({ threads: 1 }) });
      let next = await run.next();
      while (!next.done) next = await run.next();
      expect(swept).toContainEqual({ config: wanted, record: next.value, readings: [] });
    }
  }
});

describe("what is read off the networks of a sweep", () => {
  const module = new URL("./sweep-readings.ts", import.meta.url).href;
  const readings = { module, names: ["last", "half"] };
  const wanted = [config(1), config(1, { goal: { testAccuracy: 0.05, hold: 5 } })];
  const swept = async (options: SweepOptions) => {
    const ended = new Map<RunConfig, SweptRun>();
    for await (const one of sweep(wanted, { threads: 2, readings, ...options })) {
      ended.set(one.config, one);
    }
    return wanted.map((config) => ended.get(config));
  };

  test("is read at its steps, the last of them where the goal is held", async () => {
    const last = { shown: 29, weights: 16 * 14 };
    expect(await swept({})).toMatchObject([
      {
        readings: [
          { step: 20, half: expect.any(Number) },
          { step: 40, last },
        ],
      },
      { record: { stopped: "goal", steps: 10 }, readings: [{ step: 10, last }] },
    ]);
  });

  test("is there in run folders too, and not read again", async () => {
    const folder = await mkdtemp(join(tmpdir(), "grokscape-sweep-"));
    try {
      const first = await swept({ runs: folder });
      expect(first).toEqual(await swept({}));
      const rows: MetricRow[] = [];
      const onRow = (_: RunConfig, row: MetricRow) => rows.push(row);
      expect(await swept({ runs: folder, onRow })).toEqual(first);
      expect(rows).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test("a run that fails does not stop the others", async () => {
  const diverging = config(1, {
    optimiser: { kind: "sgd", learningRate: 1e6, momentum: 0, nesterov: false, weightDecay: 0 },
  });
  const unknown = config(2, { task: "nothing:1" });
  const swept = await collect([diverging, unknown, config(3)]);
  const failures = swept.flatMap((one) => ("error" in one ? [one] : []));
  expect(failures.map(({ config }) => config)).toEqual(
    expect.arrayContaining([diverging, unknown]),
  );
  expect(swept.filter((one) => "record" in one)).toHaveLength(1);
  const errorOf = (config: RunConfig) => failures.find((one) => one.config === config)?.error;
  expect(errorOf(diverging)).toBeInstanceOf(DivergedError);
  expect(errorOf(diverging)).toMatchObject({
    name: "DivergedError",
    message: expect.stringMatching(/^training diverged: the .* at step \d+, .*; a smaller/),
    hint: "a smaller learning rate may hold",
    step: expect.any(Number),
    tensor: expect.stringMatching(/^[WV]$/),
    finding: expect.stringContaining("at step"),
    stack: expect.stringMatching(/ at .*:\d+/),
  });
  expect(errorOf(unknown)?.constructor).toBe(InputError);
  expect(errorOf(unknown)?.message).toContain("nothing");
});

test("a thread whose memory is used up is an error of the user's, with what to do", async () => {
  const greedy = "const all = []; for (;;) all.push({ all });";
  const worker = new Worker(greedy, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 4 } });
  const ended = await new Promise<Error>((resolve) => worker.once("error", resolve));
  expect(errorOfThread(ended)).toBeInstanceOf(InputError);
  expect(errorOfThread(ended).message).toMatch(/memory .* is used up; .*max-old-space-size/);
  const other = new TypeError("broken");
  expect(errorOfThread(other)).toBe(other);
});

test("a config given twice is trained once, and both are told", async () => {
  const [one, other, copy] = [config(1), config(2), config(1)];
  const steps: number[] = [];
  const onRow = ({ seed }: RunConfig, { step }: MetricRow) => void (seed === 1 && steps.push(step));
  const swept: SweptRun[] = [];
  for await (const run of sweep([one, other, copy], { threads: 2, onRow })) swept.push(run);
  expect(steps).toEqual([0, 10, 20, 30, 40]);
  const asked = [one, other, copy];
  expect(swept.map(({ config }) => asked.indexOf(config)).sort()).toEqual([0, 1, 2]);
  expect(swept.every((run) => "record" in run && run.record.config.seed === run.config.seed)).toBe(
    true,
  );
});

test("of ten thousand runs only those that train take anything of the system", async () => {
  const before = portsOpen();
  const many = Array.from({ length: 10_000 }, (_, seed) => config(seed, { steps: 1 }));
  const begun = new Set<number>();
  const onRow = ({ seed }: RunConfig) => void begun.add(seed);
  for await (const _ of sweep(many, { threads: 2, onRow })) {
    expect(portsOpen() - before).toBeLessThan(20);
    break;
  }
  expect(begun.size).toBeLessThan(100);
  expect(portsOpen()).toBe(before);

  function portsOpen() {
    return process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;
  }
});

test("configs that come one by one are asked for as threads are free", async () => {
  const asked: number[] = [];
  let know = () => {};
  async function* oneByOne() {
    for (const seed of [1, 2, 3]) {
      asked.push(seed);
      yield config(seed);
    }
    await new Promise<void>((resolve) => {
      know = resolve;
    });
    yield config(4);
  }
  const ended: number[] = [];
  for await (const { config } of sweep(oneByOne(), { threads: 1 })) {
    ended.push(config.seed);
    expect(asked.length).toBeLessThanOrEqual(ended.length + 1);
    if (ended.length === 3) know();
  }
  expect(ended).toEqual([1, 2, 3, 4]);
});

test("a sweep that waits for configs can be left, aborted, and told that there will be none", async () => {
  async function* oneOnly(then: () => Promise<void>) {
    yield config(1);
    await then();
  }
  const forever = () => new Promise<void>(() => {});
  for await (const _ of sweep(oneOnly(forever), { threads: 2 })) break;
  const controller = new AbortController();
  const aborted = (async () => {
    for await (const _ of sweep(oneOnly(forever), { signal: controller.signal })) {
      controller.abort();
    }
  })();
  await expect(aborted).rejects.toThrow("aborted");
  const failing = (async () => {
    const fail = async () => {
      throw new InputError("no more");
    };
    for await (const _ of sweep(oneOnly(fail)));
  })();
  await expect(failing).rejects.toThrow("no more");
});

test("an aborted sweep ends at once", async () => {
  const controller = new AbortController();
  const long = [1, 2, 3, 4].map((seed) => config(seed, { steps: 10_000_000 }));
  const run = sweep(long, { threads: 2, signal: controller.signal });
  const first = run.next();
  setTimeout(() => controller.abort(new Error("enough")), 100);
  await expect(first).rejects.toThrow("enough");
});

test("every row is told as it comes, all of them before the run's end", async () => {
  const rows = new Map<number, number[]>();
  const configs = [1, 2, 3].map((seed) => config(seed));
  const onRow = ({ seed }: RunConfig, { step }: MetricRow) =>
    void rows.set(seed, [...(rows.get(seed) ?? []), step]);
  for await (const swept of sweep(configs, { threads: 2, onRow })) {
    if ("error" in swept) throw swept.error;
    const { config, metrics } = swept.record;
    expect(rows.get(config.seed)).toEqual(metrics.map(({ step }) => step));
  }
  expect(rows.size).toBe(3);
});

test("of an aborted sweep, what has not begun never does", async () => {
  const controller = new AbortController();
  const begun = new Set<number>();
  const long = [1, 2, 3, 4].map((seed) => config(seed, { steps: 10_000_000 }));
  const onRow = ({ seed }: RunConfig) => {
    begun.add(seed);
    controller.abort(new Error("enough"));
  };
  const run = sweep(long, { threads: 1, signal: controller.signal, onRow });
  await expect(run.next()).rejects.toThrow("enough");
  expect([...begun]).toEqual([1]);
  const late = sweep(long, { signal: controller.signal });
  await expect(late.next()).rejects.toThrow("enough");
});

describe("a sweep with folders", () => {
  let runs: string;

  beforeEach(async () => {
    runs = await mkdtemp(join(tmpdir(), "grokscape-sweep-"));
  });

  afterEach(() => rm(runs, { recursive: true, force: true }));

  test("keeps each run by its id, and trains none that has ended", async () => {
    const configs = [1, 2].map((seed) => config(seed));
    const first = await swept(configs, { runs });
    const ids = configs.map((one) => runId(one, wasmEngine()));
    expect((await readdir(runs)).sort()).toEqual([...ids].sort());
    expect((await readRun(join(runs, ids[0]))).record).toEqual(first[0]);
    let told = 0;
    const again = await swept([...configs, config(3)], { runs, onRow: () => told++ });
    expect(told).toBe(again[2].metrics.length);
    expect(again.slice(0, 2)).toEqual(first);
  });

  test("a run that was given up goes on from its last checkpoint, to the same bytes", async () => {
    // so many that the word to stop comes long before the end, on a busy machine too
    const long = config(1, { steps: 30_000 });
    const controller = new AbortController();
    const onRow = (_: RunConfig, { step }: MetricRow) => {
      if (step >= 500) controller.abort(new Error("enough"));
    };
    const broken = sweep([long], { runs, onRow, signal: controller.signal });
    await expect(broken.next()).rejects.toThrow("enough");
    const stored = await readRun(join(runs, runId(long, wasmEngine())));
    expect(stored.record?.stopped).toBe("aborted");
    expect(stored.resumableFrom).toBeGreaterThanOrEqual(500);
    expect(stored.resumableFrom).toBeLessThan(30_000);
    const steps: number[] = [];
    const [resumed] = await swept([long], { runs, onRow: (_, { step }) => void steps.push(step) });
    expect(steps[0]).toBe(10 * Math.ceil(stored.resumableFrom / 10));
    const [unbroken] = await swept([long], {});
    expect(resumed).toEqual(unbroken);
  });

  test("a folder where another run trains is left alone, with an error of its class", async () => {
    const long = config(1, { steps: 10_000_000 });
    const folder = join(runs, runId(long, wasmEngine()));
    const run = trainInFolder(folder, long, { engine: wasmEngine({ threads: 1 }) });
    await run.next();
    const { value } = await sweep([long], { runs }).next();
    const { error } = value as { error: Error };
    expect(error).toBeInstanceOf(RunFolderError);
    expect(error.message).toContain(`in use by process ${process.pid}, this one`);
    await run.return(undefined as never);
  });

  test("a sweep that its caller leaves gives its folders back", async () => {
    const [short, long] = [config(1), config(2, { steps: 10_000_000 })];
    const begun = new Set<number>();
    const onRow = ({ seed }: RunConfig) => void begun.add(seed);
    for await (const _ of sweep([short, long], { threads: 2, runs, onRow })) {
      await expect.poll(() => begun.has(2)).toBe(true);
      break;
    }
    const stored = await readRun(join(runs, runId(long, wasmEngine())));
    expect(stored.record?.stopped).toBe("aborted");
    expect(await readdir(stored.folder)).not.toContain("lock");
  });

  async function swept(configs: readonly RunConfig[], options: SweepOptions) {
    const records: RunRecord[] = [];
    for await (const one of sweep(configs, options)) {
      if ("error" in one) throw one.error;
      records.push(one.record);
    }
    return records.sort((a, b) => a.config.seed - b.config.seed);
  }
});

test.each([0, 1.5, Number.NaN])("%s threads are refused", async (threads) => {
  await expect(sweep([config(1)], { threads }).next()).rejects.toThrow(InputError);
});

test("nothing to do is done at once", async () => {
  expect(await collect([])).toEqual([]);
});

test("the fastest engine is the one that knows the recipe and can run here", async () => {
  const plain = config(1);
  expect((await fastestEngine(plain)).name).toBe("wasm");
  const deep = { ...plain, model: { ...plain.model, hiddenLayers: 1 } } as RunConfig;
  expect((await fastestEngine(deep)).name).toBe("wasm");
  vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
  vi.resetModules();
  const elsewhere = await import("../../src/node/fastest-engine.ts");
  expect((await elsewhere.fastestEngine(plain)).name).toBe("reference");
});
