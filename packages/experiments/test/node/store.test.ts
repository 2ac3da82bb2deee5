import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { RunConfig } from "@grokscape/trainer";
import { lockFolder, RunFolderError } from "@grokscape/trainer/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { planSweep } from "../../src/index.ts";
import {
  estimateSeconds,
  prepareStore,
  readStore,
  removeRuns,
  type StoreOptions,
  trainInStore,
} from "../../src/node/index.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-store-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const plan = planSweep({
  id: "small",
  base: { task: "cyclic:7", model: { width: 16 }, split: { fraction: 0.6 }, steps: 40, goal: null },
  vary: { "optimiser.learningRate": [0.001, 0.01] },
  variants: [
    { name: "calm", changes: {} },
    { name: "wild", changes: { optimiser: { kind: "sgd" }, "penalty.l2": 1e30 } },
  ],
  seeds: 2,
});

/** The sweep trained once, to be copied. */
const whole = join(scratch, "whole");
beforeAll(async () => {
  await prepareStore(whole, plan);
  await trainInStore(whole, plan.runs, { threads: 2 });
});

let store: string;
let number = 0;
beforeEach(() => {
  store = join(scratch, `store-${number++}`);
  cpSync(whole, store, { recursive: true });
});

/** Trains, and says which runs were. */
async function trained(options: StoreOptions = {}): Promise<string[]> {
  const begun: string[] = [];
  const onRun: StoreOptions["onRun"] = (run) => void begun.push(`${run.variant} ${run.seed}`);
  await trainInStore(store, plan.runs, { threads: 2, onRun, ...options });
  return begun.sort();
}

test("what has ended, diverged or not, is told and never trained again", async () => {
  const { runs, sweep } = await readStore(store);
  expect(runs.map(({ state }) => state).sort()).toEqual([
    ...Array(4).fill("diverged"),
    ...Array(4).fill("steps"),
  ]);
  for (const run of runs) {
    expect(run.config?.task).toBe("cyclic:7");
    if (run.state === "diverged") expect(run.why).toContain("training diverged");
    else
      expect(run).toMatchObject({ steps: 40, engine: "wasm 3", testAccuracy: expect.any(Number) });
  }
  expect(sweep).toEqual({ sweep: plan.sweep, runs: 8, varied: plan.varied });
  expect(await trained()).toEqual([]);
});

test("the lock of a process that was killed as its run had ended goes", async () => {
  const [ended] = (await readStore(store)).runs;
  writeFileSync(join(store, ended.id, "lock"), `{"pid":${2 ** 31 - 1},"host":"${hostname()}"}`);
  expect(await trained()).toEqual([]);
  expect(readdirSync(join(store, ended.id))).not.toContain("lock");
});

test("a run that lost its end is trained again, to the same", async () => {
  const before = await readStore(store);
  const { id } = before.runs.find(({ state }) => state === "steps") as { id: string };
  rmSync(join(store, id, "summary.json"));
  expect((await readStore(store)).runs.find((run) => run.id === id)?.state).toBe("unfinished");
  expect(await trained()).toHaveLength(1);
  const after = (await readStore(store)).runs.map(({ seconds: _, startedAt: _at, ...run }) => run);
  expect(after).toEqual(before.runs.map(({ seconds: _, startedAt: _at, ...run }) => run));
});

const index = () => join(store, "index.jsonl");

test.each<[string, () => void]>([
  ["missing", () => rmSync(index())],
  ["cut off", () => writeFileSync(index(), readFileSync(index()).subarray(0, 500))],
  ["added to", () => appendFileSync(index(), "x\n")],
  [
    "changed",
    () =>
      writeFileSync(index(), readFileSync(index(), "utf8").replaceAll('"steps":40', '"steps":41')),
  ],
  [
    "of another version",
    () =>
      writeFileSync(index(), readFileSync(index(), "utf8").replace('"version":1', '"version":0')),
  ],
  ["no text", () => writeFileSync(index(), Buffer.alloc(4096, 0xff))],
])("an index that is %s is made anew from the folders", async (_, spoil) => {
  const before = await readStore(store);
  const kept = readFileSync(index(), "utf8");
  spoil();
  expect(await readStore(store)).toEqual(before);
  expect(readFileSync(index(), "utf8")).toBe(kept);
});

test("a folder that changed is read anew, and the index follows", async () => {
  const { runs } = await readStore(store);
  const { id } = runs[0];
  const path = join(store, id, runs[0].state === "diverged" ? "diverged.json" : "summary.json");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/"(seconds|step)": [\d.]+/, '"$1": 7'));
  utimesSync(path, 1, 1);
  const [changed] = (await readStore(store)).runs;
  expect([changed.seconds, changed.steps]).toContain(7);
  rmSync(join(store, id), { recursive: true });
  expect((await readStore(store)).runs).toHaveLength(runs.length - 1);
});

test("a damaged folder is told, and stops no other", async () => {
  const { runs } = await readStore(store);
  const { id } = runs.find(({ state }) => state === "steps") as { id: string };
  writeFileSync(join(store, id, "config.json"), "{");
  const damaged = (await readStore(store)).runs.filter(({ state }) => state === "damaged");
  expect(damaged).toEqual([
    { id, state: "damaged", why: expect.stringContaining("config.json is damaged") },
  ]);
  const { failed, ended } = await trainInStore(store, plan.runs, { threads: 1 });
  expect(failed.map(({ error }) => error.message)).toEqual([expect.stringContaining("damaged")]);
  expect(ended.size).toBe(7);
});

test("a store can be moved, and holds no path of its place", async () => {
  const before = await readStore(store);
  const moved = join(scratch, "moved");
  cpSync(store, moved, { recursive: true });
  rmSync(store, { recursive: true });
  expect((await readStore(moved)).runs).toEqual(before.runs);
  for (const entry of readdirSync(moved, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    expect(readFileSync(join(entry.parentPath, entry.name), "latin1")).not.toContain(scratch);
  }
});

test("a store of another arithmetic is refused, with the way out", async () => {
  for (const { id } of (await readStore(store)).runs) {
    const path = join(store, id, "config.json");
    const asked = JSON.parse(readFileSync(path, "utf8"));
    delete asked.id;
    asked.engine.numericVersion = "2";
    writeFileSync(path, JSON.stringify(asked));
    rmSync(join(store, id, "summary.json"), { force: true });
  }
  rmSync(index());
  await expect(trained()).rejects.toThrow(
    /runs of the engine wasm 2, and this version computes as wasm 3.*; give the sweep a store of its own/,
  );
});

test("of who works on the same runs of a store the second is refused; parts of one number are not", async () => {
  const beside = async (worker: string) => {
    const { failed } = await trainInStore(store, [], { worker });
    return failed;
  };
  const onBegin = async () => {
    await expect(beside("sweep")).rejects.toThrow(/^another sweep is at work in .*store/);
    await expect(beside("shard-1-of-2")).rejects.toThrow(/^a whole sweep is at work in .*store/);
  };
  await trained({ onBegin });
  const onBeginPart = async () => {
    await expect(beside("sweep")).rejects.toThrow(
      /^shard-2-of-3 is at work in .*, on the same runs/,
    );
    await expect(beside("shard-1-of-2")).rejects.toThrow(/^shard-2-of-3 is at work/);
    expect(await beside("shard-1-of-3")).toEqual([]);
  };
  await trained({ worker: "shard-2-of-3", onBegin: onBeginPart });
  expect(await beside("sweep")).toEqual([]);
});

test("a store of another sweep is refused, one with more values taken", async () => {
  const { sweep } = plan;
  await expect(prepareStore(store, planSweep({ ...sweep, id: "other" }))).rejects.toThrow(
    "holds the sweep small, this one is other",
  );
  const wider = planSweep({ ...sweep, seeds: 3 });
  await prepareStore(store, wider);
  const begun: number[] = [];
  await trainInStore(store, wider.runs, { threads: 2, onRun: ({ seed }) => void begun.push(seed) });
  expect(begun).toEqual([3, 3, 3, 3]);
});

test("a full disk ends the sweep at once", async () => {
  rmSync(store, { recursive: true });
  let tried = 0;
  async function* execute(configs: readonly RunConfig[] | AsyncIterable<RunConfig>) {
    for await (const config of configs) {
      tried++;
      yield {
        config,
        error: new RunFolderError("could not write x: no space left", undefined, "ENOSPC"),
      };
    }
  }
  await prepareStore(store, plan);
  await expect(trained({ execute })).rejects.toThrow("no space left");
  expect(tried).toBe(1);
});

test("a store that cannot be made or locked is told", async () => {
  const isFile = join(store, "sweep.json");
  await expect(prepareStore(join(isFile, "store"), plan)).rejects.toBeInstanceOf(RunFolderError);
  rmSync(join(store, ".sweep"), { recursive: true });
  symlinkSync("nowhere/at/all", join(store, ".sweep"));
  await expect(trained()).rejects.toBeInstanceOf(RunFolderError);
});

test("removing takes whole folders, and none in use", async () => {
  const { runs } = await readStore(store);
  const [used, ...others] = runs;
  const unlock = await lockFolder(join(store, used.id));
  expect(await removeRuns(store, runs)).toEqual(others.map(({ id }) => id));
  expect((await readStore(store)).runs).toEqual([used]);
  await unlock();
  expect(await removeRuns(store, [used])).toEqual([used.id]);
  expect(readdirSync(store).sort()).toEqual([".sweep", "index.jsonl", "sweep.json"]);
});

test("a store that is not there is told", async () => {
  await expect(readStore(join(scratch, "nowhere"))).rejects.toThrow(/there is no store/);
});

test("how long it takes grows with what there is to do", async () => {
  const configs = plan.runs.map(({ config }) => ({ ...config, steps: 1_000_000 }));
  const one = await estimateSeconds(configs.slice(0, 1), { threads: 1 });
  expect(one).toBeGreaterThan(1);
  expect(Number.isFinite(one)).toBe(true);
  await expect(estimateSeconds(configs, { signal: AbortSignal.abort() })).rejects.toThrow(
    "aborted",
  );
  expect(await estimateSeconds([])).toBe(0);
});

test("an unfinished run is no end, and the index has none of it", async () => {
  const stop = new AbortController();
  const long = planSweep({
    ...plan.sweep,
    variants: [],
    vary: {},
    base: { ...plan.sweep.base, steps: 10_000_000 },
  });
  const at = join(scratch, "long");
  await prepareStore(at, long);
  const onRow = () => stop.abort(new Error("enough"));
  await expect(trainInStore(at, long.runs, { signal: stop.signal, onRow })).rejects.toThrow(
    "enough",
  );
  const { runs } = await readStore(at);
  expect(runs.every(({ state }) => state === "unfinished")).toBe(true);
  expect(runs.length).toBeGreaterThan(0);
  expect(statSync(join(at, runs[0].id)).isDirectory()).toBe(true);
  expect(readdirSync(at)).not.toContain("index.jsonl");
});
