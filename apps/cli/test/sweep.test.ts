import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockFolder } from "@grokscape/trainer/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grokscape, here, start } from "./grokscape.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-sweep-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const write = (name: string, sweep: object) =>
  writeFileSync(join(scratch, name), JSON.stringify(sweep));

const base = {
  task: "cyclic:7",
  model: { width: 16 },
  split: { fraction: 0.6 },
  steps: 40,
  goal: null,
};

/** Every file of every run, but for where and how long it trained, and the checkpoint before the last. */
function bytesOf(store: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of readdirSync(store).filter((name) =>
    existsSync(join(store, name, "summary.json")),
  )) {
    const { session: _, ...summary } = JSON.parse(
      readFileSync(join(store, id, "summary.json"), "utf8"),
    );
    found.set(`${id}/summary`, JSON.stringify(summary));
    for (const file of [
      "config.json",
      "metrics.jsonl",
      "train.npy",
      "test.npy",
      `checkpoints/${summary.steps}.safetensors`,
    ]) {
      found.set(`${id}/${file}`, readFileSync(join(store, id, file), "base64"));
    }
  }
  return found;
}

const endedIn = (store: string) =>
  existsSync(store)
    ? readdirSync(store).filter((name) => existsSync(join(store, name, "summary.json")))
    : [];

describe("a sweep that is killed", () => {
  // long enough for checkpoints, which come once a second
  write("long.json", {
    id: "long",
    base: { ...base, steps: 12_000 },
    vary: { "split.fraction": [0.5, 0.6] },
    seeds: 2,
  });

  test("goes on by the same command, to the bytes of an unbroken one, training nothing twice", async () => {
    const words = ["sweep", "long.json", "--threads", "2"];
    const unbroken = await here([...words, "--store", "unbroken"], scratch);
    expect(unbroken).toMatchObject({ code: 0, err: "" });
    const store = join(scratch, "killed");
    const killed = start([...words, "--store", "killed"], scratch);
    await expect.poll(() => endedIn(store).length, { interval: 20 }).toBeGreaterThan(0);
    process.kill(-(killed.child.pid as number), "SIGKILL");
    await killed.ended;
    const before = endedIn(store).map((id) => [
      id,
      statSync(join(store, id, "summary.json")).mtimeMs,
    ]);
    expect(before.length).toBeLessThan(4);
    const again = await here([...words, "--store", "killed", "--json"], scratch);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ runs: 4, ended: 4, diverged: 0, failed: [] });
    expect(bytesOf(store)).toEqual(bytesOf(join(scratch, "unbroken")));
    expect(
      before.map(([id]) => [id, statSync(join(store, `${id}`, "summary.json")).mtimeMs]),
    ).toEqual(before);
  });

  test("stops at Ctrl-C with its command, and loses nothing", async () => {
    const stopped = start(["sweep", "long.json", "--store", "stopped", "--threads", "1"], scratch);
    const hasBegun = () =>
      existsSync(join(scratch, "stopped")) &&
      readdirSync(join(scratch, "stopped")).some((name) =>
        existsSync(join(scratch, "stopped", name, "metrics.jsonl")),
      );
    await expect.poll(hasBegun, { interval: 20 }).toBe(true);
    stopped.child.kill("SIGINT");
    const { code, out } = await stopped.ended;
    expect(code).toBe(130);
    expect(out).toContain("grokscape sweep long.json --store stopped --threads 1");
    const states = JSON.parse((await here("status stopped --json", scratch)).out);
    expect(states).toMatchObject({ underWay: 0, workers: [], planned: 4 });
    expect(states.broken + states.ended).toBeGreaterThan(0);
  });
});

describe("what came of a sweep", () => {
  beforeAll(async () => {
    write("small.json", {
      id: "small",
      title: "How fast",
      base,
      vary: { "optimiser.learningRate": [0.001, 0.01], task: ["cyclic:5", "cyclic:7"] },
      seeds: 2,
    });
    expect(await here(["sweep", "small.json"], scratch)).toMatchObject({ code: 0, err: "" });
  });
  const results = (words = "") => here(`results sweeps/small ${words}`, scratch);

  test("is told run by run, and by groups", async () => {
    const { out } = await results();
    expect(out.split("\n")).toHaveLength(10);
    expect(out).toMatch(/^run +task +optimiser\.learningRate +seed +state/);
    const grouped = await results("--by task");
    expect(grouped.out).toMatch(/^task +came +share, 95 % +memorisedAt, median/);
    expect(grouped.out).toMatch(/cyclic:5 +\d of 4/);
  });

  test("is written for programs, the same in every format", async () => {
    const rows = JSON.parse((await results("--format json")).out);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({ "optimiser.learningRate": expect.any(Number), state: "steps" });
    const lines = (await results("--format jsonl")).out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
    const csv = (await results("--format csv")).out.trimEnd().split("\n");
    expect(csv[0].split(",")).toEqual(Object.keys(rows[0]));
    expect(csv).toHaveLength(9);
    expect((await results("--output runs.parquet")).out).toContain("8 rows: runs.parquet");
    const { asyncBufferFromFile, parquetReadObjects } = await import("hyparquet");
    const file = await asyncBufferFromFile(join(scratch, "runs.parquet"));
    const read = await parquetReadObjects({ file });
    const plain = read.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "bigint" ? Number(value) : value,
        ]),
      ),
    );
    expect(plain).toEqual(rows);
  });

  test("is chosen, drawn, and put on a page", async () => {
    expect((await results("--format csv --columns seed,steps --where")).err).toContain(
      "--where needs a value",
    );
    const { code } = await here("results sweeps/small --picture a.svg --page a.html", scratch);
    expect(code).toBe(0);
    expect(readFileSync(join(scratch, "a.svg"), "utf8")).toMatch(/^<svg .*cyclic:5/s);
    const page = readFileSync(join(scratch, "a.html"), "utf8");
    expect(page).toContain("<h1>How fast</h1>");
    expect(page).not.toMatch(/(src|href)="?http/);
    await here("results sweeps/small --where seed=1 --by seed --picture b.svg", scratch);
    expect(readFileSync(join(scratch, "b.svg"), "utf8")).toMatch(/^<svg /);
  });

  test("comes together from parts, once each", async () => {
    for (const i of [1, 2]) {
      const words = `sweep small.json --shard ${i}/2 --store part-${i} --threads 1`;
      expect(await here(words, scratch)).toMatchObject({ code: 0 });
    }
    const told = async (words: string) =>
      JSON.parse((await here(`results ${words} --format json`, scratch)).out);
    const ids = (rows: { run: string }[]) => rows.map(({ run }) => run).sort();
    const whole = ids(await told("sweeps/small"));
    expect(ids(await told("part-1"))).toHaveLength(4);
    expect(ids(await told("part-1 --merge part-2,sweeps/small"))).toEqual(whole);
    const [summary] = readdirSync(join(scratch, "part-1")).filter((name) =>
      name.startsWith("cyclic"),
    );
    const path = join(scratch, "part-1", summary, "summary.json");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/"weightsHash": ".{4}/, '"weightsHash": "0000'),
    );
    expect(await here("results part-1 --merge sweeps/small", scratch)).toMatchObject({
      code: 2,
      err: expect.stringContaining("ends in other bytes in sweeps/small"),
    });
  });

  test("of two versions of the arithmetic is not taken together", async () => {
    const [first] = readdirSync(join(scratch, "part-2")).filter((name) =>
      name.startsWith("cyclic"),
    );
    const path = join(scratch, "part-2", first, "config.json");
    const config = readFileSync(path, "utf8");
    const { numericVersion } = JSON.parse(config).engine;
    writeFileSync(path, config.replace(/("numericVersion": )"\d+"/, '$1"0"'));
    const told = (words: string) => here(`results part-2 ${words}`, scratch);
    expect(await told("--by task")).toMatchObject({
      code: 2,
      err: expect.stringContaining(`wasm 0, wasm ${numericVersion}; take those of one, --where`),
    });
    expect((await told("--by task,engine")).out).toContain("wasm 0");
    expect((await told("")).out.split("\n")[0]).toContain("engine");
    writeFileSync(path, config);
  });

  test("is removed only with a yes", async () => {
    expect(await here("clean sweeps/small --older 1h", scratch)).toMatchObject({
      code: 0,
      out: "Removed 0 of 8 runs.\n",
    });
    expect(await here("clean sweeps/small --older 0m", scratch)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--yes"),
    });
    expect(await here("clean sweeps/small", scratch)).toMatchObject({ code: 2 });
    expect(await here("clean sweeps/small --older soon", scratch)).toMatchObject({ code: 2 });
    expect(await here("clean sweeps/small --older 0m --yes", scratch)).toMatchObject({
      out: "Removed 8 of 8 runs.\n",
    });
  });
});

test("a sweep ends with 0 where runs diverged, which is a result, and with 2 where some could not be trained", async () => {
  write("wild.json", {
    id: "wild",
    base,
    variants: [
      { name: "calm", changes: {} },
      { name: "wild", changes: { optimiser: { kind: "sgd" }, "penalty.l2": 1e30 } },
    ],
  });
  const trained = async () => {
    const { code, out } = await here("sweep wild.json --threads 1 --json", scratch);
    return { code, ...JSON.parse(out) };
  };
  expect(await trained()).toMatchObject({ code: 0, ended: 2, diverged: 1, failed: [] });
  const store = join(scratch, "sweeps/wild");
  const [id] = endedIn(store);
  rmSync(join(store, id, "summary.json"));
  const unlock = await lockFolder(join(store, id));
  const why = expect.stringContaining("is in use by process");
  const failed = [{ variant: "calm", seed: 1, why }];
  expect(await trained()).toMatchObject({ code: 2, ended: 1, diverged: 1, failed });
  await unlock();
  expect(await trained()).toMatchObject({ code: 0, ended: 2, diverged: 1, failed: [] });
});

test("a great sweep is not begun where nobody can say yes", async () => {
  write("great.json", { id: "great", base: { ...base, steps: 1 }, seeds: 1001 });
  const { code, err, out } = await grokscape(["sweep", "great.json"], scratch);
  expect(code).toBe(2);
  expect(out).toContain("1,001 runs");
  expect(err).toMatch(/^nobody is here to be asked: .*--yes begins without asking\n$/);
});

test.each([
  ["sweep nowhere.yaml", "it is not there"],
  ["sweep great.json --shard 3/2", "no part"],
  ["results nowhere", "there is no store"],
  ["status nowhere", "there is no store"],
  ["results . --by split.fracton", "did you mean split.fraction?"],
  ["results . --format xlsx", "there are table, csv, jsonl, json, parquet"],
  ["sweep", "sweep needs a file"],
])("%s is refused in one line", async (words, said) => {
  const { code, err } = await here(words, scratch);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err.trimEnd()).not.toContain("\n");
});
