import { readFileSync } from "node:fs";
import { task } from "@grokscape/group-datasets";
import { runConfig } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { embedAddress, embedSnippet } from "../src/embed/snippet.ts";
import { hashOf, stateOf } from "../src/lab/address.ts";
import { configOf } from "../src/lab/draft.ts";
import { lockAt, withLock } from "../src/lab/lock.ts";
import { claimNamed, variantNamed } from "../src/site/claims.ts";
import { exercises } from "../src/teach/exercises.ts";
import { type Run, readFile, readLines } from "../src/teach/handed-in.ts";
import { markOf } from "../src/teach/mark.ts";
import {
  curvesOf,
  differing,
  distinct,
  groupsOf,
  picturesOf,
  trialsOf,
} from "../src/teach/together.ts";
import { trialOf } from "../src/teach/trials.ts";

test("the code to embed a figure keeps the page's state, and holds no loose quote", () => {
  const address = embedAddress("https://a.test/en/lab/?q=1#seed=7&only=seed", "lab");
  expect(address).toBe("https://a.test/en/lab/?embed=lab#seed=7&only=seed");
  expect(embedSnippet(address, 'A "B" & C', 611.2)).toBe(
    '<iframe src="https://a.test/en/lab/?embed=lab#seed=7&amp;only=seed" title="A &quot;B&quot; &amp; C" loading="lazy" allow="clipboard-write" style="width: 100%; height: 612px; border: 0"></iframe>',
  );
});

test("a class link locks all but what it names, and says which names are none", () => {
  expect(lockAt("#seed=7")).toBe(undefined);
  expect(lockAt("#only=")).toEqual({ free: [], unknown: [] });
  const lock = lockAt("#seed=7&only=seed, split.fraction,tea,seed");
  expect(lock).toEqual({ free: ["split.fraction", "seed"], unknown: ["tea"] });
  expect(withLock("seed=7", lock)).toBe("seed=7&only=split.fraction,seed");
  expect(withLock("", { free: [] })).toBe("only=");
  expect(withLock("seed=7", undefined)).toBe("seed=7");
  const state = "split.fraction=0.2&seed=7";
  const { first } = stateOf(`#${withLock(state, lock)}`);
  expect(hashOf(first)).toBe(state);
});

test("a guess is as good as another seed, near, or off", () => {
  const seeds = { least: 374, most: 470 };
  expect(markOf(374, 408, seeds)).toEqual({ grade: "inside", difference: -34 });
  expect(markOf(471, 408, seeds)).toEqual({ grade: "near", difference: 63 });
  expect(markOf(272, 408, seeds).grade).toBe("near");
  expect(markOf(271, 408, seeds).grade).toBe("off");
  expect(markOf(613, 408, seeds).grade).toBe("off");
  expect(markOf(0, 0, { least: 0, most: 0 }).grade).toBe("inside");
});

test.each(exercises)("the exercise $id is measured, and can be run", (exercise) => {
  const { config, measured, largest } = trialOf(exercise);
  expect(measured.least).toBeLessThanOrEqual(measured.middle);
  expect(measured.middle).toBeLessThanOrEqual(measured.most);
  expect(measured.most).toBeLessThan(largest);
  expect(measured.runs).toBeGreaterThanOrEqual(5);
  const asked = { ...config, ...(exercise.value === "count" && { split: { count: 1 } }) };
  expect(runConfig(asked).seed).toBe(1);
});

const pages = ["index", "questions", "answers", "results", "predict", "embed"];
const linksIn = (locale: string) =>
  pages.flatMap((page) => {
    const file = new URL(`../src/content/docs/${locale}/teach/${page}.mdx`, import.meta.url);
    return [...readFileSync(file, "utf8").matchAll(/\/lab\/#([^)\s]+)\)/g)].map(
      ([, hash]) => hash!,
    );
  });

test("the lesson's links open what they say, in both languages", () => {
  const links = linksIn("en");
  expect(links.length).toBeGreaterThan(5);
  expect(linksIn("zh-cn")).toEqual(links);
  for (const link of links) {
    const lock = lockAt(link);
    expect(lock?.unknown).toEqual([]);
    expect(withLock(hashOf(stateOf(link).first), lock)).toBe(link);
  }
});

test.each([
  ["split.fraction=0.2", "cyclic-23-at-20", "p = 20 %"],
  ["", "cyclic-23-at-60", "p = 60 %"],
  ["split.fraction=0.4&steps=3000", "amount-of-data", "p = 40 %"],
  ["optimiser.weightDecay=0&steps=5000", "weight-decay", "η = 0"],
  ["optimiser.weightDecay=0.0008&steps=5000", "weight-decay", "η = 0.0008"],
])("the run of %s is that of %s, which the answers tell of", (link, claim, variant) => {
  const { base, ...measured } = claimNamed(claim);
  const { changes } = variantNamed({ base, ...measured }, variant);
  const { first } = stateOf(link);
  // when a run ends after its goal is reached changes nothing before
  const { goal: _, ...run } = runConfig(configOf(first, task(first.task).size));
  const { goal: __, ...known } = runConfig({ ...base, ...changes, seed: 1 });
  expect(run).toEqual(known);
});

const link = (hash: string) => `https://a.test/grokscape/en/lab/#${hash}`;

test("pasted links are read line by line; what cannot be read is named", () => {
  const { asked, skipped } = readLines(`
    Ada: ${link("split.fraction=0.4&seed=3&only=seed")}
    ${link("compare=1&b.seed=2")}
    hello
    https://a.test/en/atlas/
    ${link("model.width=1e9")}
    ${link("tea=1")}
    Old ${link("shown=20")}`);
  expect(asked.map(({ name, draft }) => [name, hashOf(draft)])).toEqual([
    ["Ada", "split.fraction=0.4&seed=3"],
    ["3", ""],
    ["3", "seed=2"],
    ["Old", "split.fraction=0.2"],
  ]);
  expect(skipped).toEqual([
    { name: "4: hello", why: { fault: "no-link" } },
    { name: "5: https://a.test/en/atlas/", why: { fault: "no-link" } },
    { name: `6: ${link("model.width=1e9")}`, why: { fault: "setting", setting: "model.width" } },
    { name: `7: ${link("tea=1")}`, why: { fault: "setting", setting: "tea" } },
  ]);
});

const row = (step: number) => ({
  step,
  trainAccuracy: 1,
  testAccuracy: null,
  trainLoss: 0,
  testLoss: 0,
});
const config = runConfig(configOf(stateOf("").first, 529));
const file = { config, metrics: [row(0), row(1)], memorisedAt: 0, generalisedAt: null, steps: 1 };

test("a saved run is read; a file that is none is named with its fault", () => {
  const read = (content: unknown) => readFile("x.json", JSON.stringify(content));
  expect(read(file)).toEqual({ ...file, name: "x.json" });
  const why = (content: unknown) => (read(content) as { why: unknown }).why;
  expect(readFile("x.json", "{")).toEqual({ name: "x.json", why: { fault: "not-json" } });
  expect(why(null)).toEqual({ fault: "no-run" });
  expect(why({ ...file, memorisedAt: "tea" })).toEqual({ fault: "no-run" });
  expect(why({ ...file, metrics: [row(1), row(0)] })).toEqual({ fault: "no-rows" });
  expect(why({ ...file, metrics: [{ step: 0 }] })).toEqual({ fault: "no-rows" });
  expect(why({ ...file, steps: undefined })).toEqual({ fault: "not-ended" });
  expect(why({ ...file, config: { ...config, seed: -1 } })).toMatchObject({ fault: "config" });
});

test("runs of a class come together by what differs; the same run counts once", () => {
  const run = (hash: string, generalisedAt: number | null): Run => ({
    name: hash,
    config: runConfig(configOf(stateOf(hash).first, 529)),
    metrics: [row(stateOf(hash).first.seed)] as unknown as Run["metrics"],
    memorisedAt: 9,
    generalisedAt,
    steps: 500,
  });
  const all = [
    run("split.fraction=0.6", 400),
    run("split.fraction=0.4&seed=2&steps=500", null),
    run("split.fraction=0.6&seed=2", 410),
    run("split.fraction=0.6", 400),
  ];
  const { runs, repeated } = distinct(all);
  expect(repeated).toBe(1);
  expect(differing(runs)).toEqual(["split.fraction"]);
  const groups = groupsOf(runs, differing(runs), () => "shown");
  expect(groups.map(({ name, runs }) => [name, runs.length])).toEqual([
    ["shown 0.4", 1],
    ["shown 0.6", 2],
  ]);
  const trials = trialsOf(runs, new Map([["cyclic:23", task("cyclic:23")]]));
  expect(trials).toEqual([
    { x: 23, p: 0.59924, runs: 2, generalised: 2, mark: "disc" },
    { x: 23, p: 0.39887, runs: 1, generalised: 0, mark: "disc" },
  ]);
  expect(picturesOf(runs, trials)).toEqual(["spread", "each", "phase"]);
  const curves = curvesOf(runs, differing(runs), () => "shown");
  expect(curves).toEqual([
    { name: "shown 0.4", step: [2], trainAccuracy: [1], testAccuracy: [Number.NaN] },
    { name: "shown 0.6", step: [1], trainAccuracy: [1], testAccuracy: [Number.NaN] },
  ]);
  expect(picturesOf(runs.slice(2), [])).toEqual(["curves", "spread"]);
  expect(picturesOf([], [])).toEqual([]);
});
