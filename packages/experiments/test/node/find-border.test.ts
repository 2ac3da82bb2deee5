import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type BorderExperiment, borderQuestion, replayed } from "../../src/index.ts";
import { findBorder } from "../../src/node/index.ts";

const runs = mkdtempSync(join(tmpdir(), "grokscape-border-"));
afterAll(() => rmSync(runs, { recursive: true, force: true }));

const small: BorderExperiment = {
  id: "small",
  base: {
    task: "cyclic:11",
    model: { width: 64 },
    optimiser: { kind: "adam", learningRate: 0.02, weightDecay: 1e-3 },
    steps: 300,
    split: { fraction: 0.5 },
  },
  variants: [
    { name: "Z₁₁", changes: {} },
    { name: "again", changes: { task: "cyclic: 11" } },
  ],
};
const question = borderQuestion({
  ...{ over: "split.count", from: 40, to: 110, goal: 0.5, width: 0.2, budget: 16 },
});

test("borders do not depend on how many threads train, and what has ended is not trained again", async () => {
  const trained: string[] = [];
  const taken: string[] = [];
  const options = {
    onRow: ({ split, task, seed }: { split: object; task: string; seed: number }) =>
      void trained.push(`${task} ${JSON.stringify(split)} ${seed}`),
    onOutcome: (variant: string) => void taken.push(variant),
  };
  const first = await findBorder(small, question, "by hand", { ...options, runs, threads: 3 });
  expect(first).toMatchObject({ experiment: "small", question, command: "by hand" });
  for (const { runs } of first.variants) {
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.some(({ cameAt }) => cameAt !== null)).toBe(true);
    expect(runs.some(({ cameAt }) => cameAt === null)).toBe(true);
    for (const { weightsHash } of runs) expect(weightsHash).toMatch(/^[0-9a-f]{64}$/);
  }
  const [one, again] = first.variants;
  expect(again).toEqual({ ...one, name: "again" });
  expect(taken).toHaveLength(first.variants.flatMap(({ runs }) => runs).length);
  expect(trained.length).toBeGreaterThan(0);

  trained.length = 0;
  expect(await findBorder(small, question, "by hand", { ...options, runs, threads: 1 })).toEqual(
    first,
  );
  expect(trained).toEqual([]);
  const { variants } = await findBorder(small, question, "", { threads: 1 });
  expect(variants).toEqual(first.variants);
  expect(JSON.parse(JSON.stringify(first))).toEqual(first);
});

test("what is trained on a guess decides nothing", async () => {
  // such runs the forecaster knows
  const optimiser = { kind: "adam", learningRate: 0.01, weightDecay: 2e-4 } as const;
  const base = { ...small.base, task: "cyclic:13", model: { width: 64 }, optimiser, steps: 2500 };
  const known = { id: "known", base, variants: [{ name: "Z₁₃", changes: {} }] };
  const oneByOne = borderQuestion({
    ...{ over: "split.count", from: 80, to: 150, width: 0.2, budget: 8, ahead: 1 },
  });
  const [busy, idle] = [1, 3].map((threads) => findBorder(known, oneByOne, "", { threads }));
  expect((await idle).variants).toEqual((await busy).variants);
});

test("a search that is stopped goes on", async () => {
  const folder = join(runs, "stopped");
  const controller = new AbortController();
  const stopped = findBorder(small, question, "", {
    ...{ runs: folder, threads: 2, signal: controller.signal },
    onOutcome: () => controller.abort(),
  });
  await expect(stopped).rejects.toThrow("aborted");
  expect(readdirSync(folder).length).toBeGreaterThan(0);
  const { variants } = await findBorder(small, question, "", { runs: folder });
  expect(variants).toEqual((await findBorder(small, question, "", { runs })).variants);
});

test("a run that diverges has not come; what cannot be trained at all is refused before the work", async () => {
  const rates = borderQuestion({
    ...{ over: "optimiser.learningRate", from: 0.05, to: 500, comes: "below", width: 0.9 },
    ...{ budget: 8, goal: 0.5 },
  });
  const sgd = { ...small.base, optimiser: { kind: "sgd" }, steps: 50 } as const;
  const variants = [small.variants[0]];
  const measured = await findBorder({ id: "rates", base: sgd, variants }, rates, "");
  const diverged = measured.variants[0].runs.filter(({ weightsHash }) => !weightsHash);
  expect(diverged.length).toBeGreaterThan(0);
  expect(diverged.every(({ cameAt }) => cameAt === null)).toBe(true);
  const tooMany = borderQuestion({ over: "split.count", from: 40, to: 121 });
  await expect(findBorder(small, tooMany, "")).rejects.toThrow("121");
});

test("a measurement can be walked again by its outcomes alone", async () => {
  const { variants } = await findBorder(small, question, "", { runs });
  const [border] = variants;
  expect(replayed(question, border)).toBeNull();
  const [first, ...others] = border.runs;
  const turned = { ...first, cameAt: first.cameAt === null ? 10 : null };
  expect(replayed(question, { ...border, runs: [turned, ...others] })).toMatch(
    /^run \d+ has split.count \d+ and seed \d+, the search /,
  );
  const moved = { ...border.border, at: 1 };
  expect(replayed(question, { ...border, border: moved })).toBe(
    "its outcomes come to another border",
  );
});
