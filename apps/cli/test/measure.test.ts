import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { here, start } from "./grokscape.ts";

interface Found {
  readonly name: string;
  readonly value: number | readonly number[];
  readonly error?: number;
}

let cwd: string;
const runs: Record<string, string> = {};

/** Trains for 60 steps; of its checkpoints those of steps 50 and 60 are kept. */
async function trained(name: string, options: string): Promise<void> {
  const known = new Set(Object.values(runs));
  const words = `--task cyclic:7 --fraction 0.6 --width 16 --steps 60 --goal none ${options}`;
  const { code, err } = await here(words.split(" "), cwd);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  runs[name] = (await readdir(join(cwd, "runs"))).find((id) => !known.has(id)) as string;
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "grokscape-measure-"));
  await trained("plain", "--seed 1");
  await trained("other", "--seed 2 --width 24");
  await trained("transformer", "--model transformer --heads 2 --mlp-width 8");
  await trained("complex", "--weights complex");
  await trained("foreign", "--task cyclic:5");
  await trained("wide", "--task cyclic:71 --width 1024 --steps 1");
}, 120_000);

afterAll(() => rm(cwd, { recursive: true, force: true }));

async function measured(name: string, options = "") {
  const words = ["measure", runs[name], ...options.split(" ").filter(Boolean), "--json"];
  const { code, out, err } = await here(words, cwd);
  expect(code, err).toBe(0);
  const { steps, ...course } = JSON.parse(out);
  const at = (step: number): Record<string, Found> =>
    Object.fromEntries(
      steps
        .find((one: { step: number }) => one.step === step)
        .findings.map((found: Found) => [found.name, found]),
    );
  return { course, steps: steps.map((one: { step: number }) => one.step), at };
}

async function rowsOf(name: string) {
  const text = await readFile(join(cwd, "runs", runs[name], "metrics.jsonl"), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("what the run measured of itself is measured again, from its checkpoints", async () => {
  const { steps, at, course } = await measured("plain", "--only accuracy,norms,turns");
  expect(steps).toEqual([0, 50, 60]);
  const rows = await rowsOf("plain");
  for (const step of steps) {
    const row = rows.find((one) => one.step === step);
    const found = at(step);
    expect(found["train accuracy"].value).toBe(row.trainAccuracy);
    expect(found["test accuracy"].value).toBe(row.testAccuracy);
    expect(found["test loss"].value).toBeCloseTo(row.testLoss, 5);
    for (const name of ["W", "V"]) {
      expect(found[`norm of ${name}`].value).toBeCloseTo(row.weightNorms[name], 5);
      if (step > 0) expect(found[`turn of ${name}`].value).toBeCloseTo(row.weightTurns[name], 5);
    }
  }
  expect(at(0)["turn of W"]).toBeUndefined();
  expect(course.stages[0]).toMatchObject({ stage: 1, since: 0 });
});

test("every measure that applies is there, within what it can be", async () => {
  const { at } = await measured("plain");
  const found = at(60);
  const value = (name: string) => found[name].value as number;
  expect(value("effective rank of W")).toBeGreaterThan(1);
  expect(value("effective rank of W")).toBeLessThanOrEqual(14);
  const spectrum = found["spectrum of W"].value as number[];
  expect(spectrum).toHaveLength(4);
  expect(spectrum.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const name of ["IPR of the nodes, median", "answered by rule", "IPR of the answers"]) {
    expect(value(name)).toBeGreaterThan(0);
    expect(value(name)).toBeLessThanOrEqual(1);
  }
  for (const place of found["key irreps"].value as number[]) expect([1, 2, 3]).toContain(place);
  expect(value("the labels themselves, bits")).toBeCloseTo(29 * Math.log2(7), 6);
  expect(value("bits a weight")).toBeCloseTo(value("description length, bits") / (21 * 16), 9);
  expect(found.sharpness.error).toBeLessThanOrEqual(1e-3 * value("sharpness"));
  expect(found["local learning coefficient"].error).toBeGreaterThan(0);
  expect(at(0)["description length, bits"]).toBeUndefined();
  expect(at(50).sharpness).toBeUndefined();
});

test("features beside those of another run, and of itself", async () => {
  const own = await measured("plain", `--beside ${runs.plain} --only similarity`);
  expect(own.at(60)["similarity of features"].value).toBeCloseTo(1, 12);
  const other = await measured("plain", `--beside ${runs.other} --only similarity`);
  expect(other.at(60)["similarity of features"].value).toBeGreaterThan(0);
  expect(other.at(60)["similarity of features"].value).toBeLessThan(1);
});

test.each([
  ["transformer", "answered by rule", "answers"],
  ["complex", "description length, bits", "description"],
])("a %s network: its nodes are no functions on the group", async (name, value, measure) => {
  const { at } = await measured(name, `--step 60 --only accuracy,features,${measure}`);
  expect(at(60)["spectrum of W"]).toBeUndefined();
  expect(at(60)[value].value).toBeGreaterThan(0);
  const { out } = await here(["measure", runs[name], "--only", "features"], cwd);
  expect(out).toContain(
    "not measured: features, because its nodes are no real functions of one-hot symbols",
  );
});

test("a table of them has a column a checkpoint", async () => {
  const words = ["measure", runs.plain, "--only", "accuracy,answers,sharpness"];
  const { out } = await here(words, cwd);
  expect(out).toMatch(/at the start +step 50 +step 60/);
  expect(out).toMatch(/test accuracy +[\d.]+ % +[\d.]+ % +[\d.]+ %/);
  expect(out).toMatch(/sharpness +[\d.]+ ± [\d.e-]+\n/);
  expect(out).toMatch(/key irreps, step 60: \d/);
});

describe("what cannot be measured is said in one line", () => {
  test.each([
    [
      "--only curvature",
      /^unknown measure "curvature"; the measures are accuracy, .*, similarity$/,
    ],
    ["--only toString", /^unknown measure "toString"; the measures are/],
    ["--only anwsers", /^unknown measure "anwsers"; did you mean answers\?$/],
    ["--only similarity", /^similarity needs a second run; --beside <run>$/],
    ["--step 7", /has no checkpoint of step 7; there are the start, 0, and 50, 60$/],
    ["--step x", /^--step must be a number, got "x"$/],
    ["--beside nothing", /^there is no run folder runs\/nothing/],
  ])("%s", async (options, message) => {
    const { code, out, err } = await here(`measure ${runs.plain} ${options}`, cwd);
    expect(err.trimEnd()).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  test("a run of another task beside it", async () => {
    const words = ["measure", runs.plain, "--beside", runs.foreign];
    const { code, err } = await here(words, cwd);
    expect(err).toMatch(/^--beside is a run of cyclic:5, and this one is of cyclic:7/);
    expect(code).toBe(2);
  });
});

test("Ctrl-C ends it at once, and nothing in the folder has changed", async () => {
  const folder = join(cwd, "runs", runs.wide);
  const names = (await readdir(folder, { recursive: true })).sort();
  const times = () =>
    Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  const before = await times();
  const { child, ended, says } = start(["measure", runs.wide, "--only", "norms,coefficient"], cwd);
  await says("norm of V");
  child.kill("SIGINT");
  expect((await ended).signal).toBe("SIGINT");
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(names);
  expect(await times()).toEqual(before);
});
