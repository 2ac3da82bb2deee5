import { InputError } from "@grokscape/group-datasets";
import { type RunConfig, runConfig, train } from "@grokscape/trainer";
import { fastestEngine, type SweptRun, sweep } from "@grokscape/trainer/node";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { afterEach, expect, test, vi } from "vitest";

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
  expect((await fastestEngine(deep)).name).toBe("tfjs");
  vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
  expect((await fastestEngine(plain)).name).toBe("reference");
});
