import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import {
  type MetricRow,
  type RunConfig,
  type RunRecord,
  runConfig,
  runId,
  train,
} from "@grokscape/trainer";
import {
  fastestEngine,
  readRun,
  type SweepOptions,
  type SweptRun,
  sweep,
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
      expect(swept).toContainEqual({ record: next.value });
    }
  }
});

test("a run that fails does not stop the others", async () => {
  const diverging = config(1, {
    optimiser: { kind: "sgd", learningRate: 1e6, momentum: 0, nesterov: false, weightDecay: 0 },
  });
  const unknown = config(2, { task: "nothing:1" });
  const swept = await collect([diverging, unknown, config(3)]);
  const failures = swept.flatMap((one) => ("failed" in one ? [one.failed] : []));
  expect(failures.map(({ config }) => config)).toEqual(
    expect.arrayContaining([diverging, unknown]),
  );
  expect(failures.map(({ error }) => error.message).join("\n")).toMatch(/diverged/);
  expect(failures.map(({ error }) => error.message).join("\n")).toMatch(/nothing/);
  expect(swept.filter((one) => "record" in one)).toHaveLength(1);
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
    if ("failed" in swept) throw swept.failed.error;
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
    const long = config(1, { steps: 6000 });
    const controller = new AbortController();
    const onRow = (_: RunConfig, { step }: MetricRow) => {
      if (step === 500) controller.abort(new Error("enough"));
    };
    const broken = sweep([long], { runs, onRow, signal: controller.signal });
    await expect(broken.next()).rejects.toThrow("enough");
    const stored = await readRun(join(runs, runId(long, wasmEngine())));
    expect(stored.record?.stopped).toBe("aborted");
    expect(stored.resumableFrom).toBeGreaterThanOrEqual(500);
    expect(stored.resumableFrom).toBeLessThan(6000);
    const steps: number[] = [];
    const [resumed] = await swept([long], { runs, onRow: (_, { step }) => void steps.push(step) });
    expect(steps[0]).toBe(10 * Math.ceil(stored.resumableFrom / 10));
    const [unbroken] = await swept([long], {});
    expect(resumed).toEqual(unbroken);
  });

  async function swept(configs: readonly RunConfig[], options: SweepOptions) {
    const records: RunRecord[] = [];
    for await (const one of sweep(configs, options)) {
      if ("failed" in one) throw one.failed.error;
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
  expect((await fastestEngine(plain)).name).toBe("reference");
});
