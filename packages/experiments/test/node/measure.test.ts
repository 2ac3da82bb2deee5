import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DivergedError } from "@grokscape/trainer";
import { afterAll, expect, test } from "vitest";
import type { Experiment } from "../../src/index.ts";
import { measure } from "../../src/node/index.ts";

const runs = mkdtempSync(join(tmpdir(), "grokscape-measure-"));
afterAll(() => rmSync(runs, { recursive: true, force: true }));

const small: Experiment = {
  id: "small",
  title: { en: "Small", "zh-cn": "小" },
  question: { en: "Does it end?", "zh-cn": "会结束吗？" },
  base: { task: "cyclic:7", model: { width: 32 }, split: { fraction: 0.6 }, steps: 60 },
  variants: [
    { name: "η = 0", changes: { optimiser: { kind: "adam", weightDecay: 0 } } },
    { name: "entropy", changes: { loss: "cross-entropy" } },
  ],
  seeds: [1, 2],
  readings: ["bits-at-end", "bits-memorised", "test-loss"],
  along: ["norm", "loss"],
  compared: ["gradients-early", "features-at-end"],
  curves: true,
};

test("what has ended in run folders is not trained again, and comes to the same", async () => {
  const rows: string[] = [];
  const ended: string[] = [];
  const options = {
    runs,
    threads: 2,
    onRow: ({ variant, seed }: { variant: string; seed: number }) =>
      void rows.push(`${variant} ${seed}`),
    onOutcome: ({ variant, seed }: { variant: string; seed: number }) =>
      void ended.push(`${variant} ${seed}`),
  };
  const first = await measure(small, options);
  expect(new Set(rows).size).toBe(4);
  expect(
    first.variants.map(({ name, outcomes }) => [name, outcomes.map(({ seed }) => seed)]),
  ).toEqual([
    ["η = 0", [1, 2]],
    ["entropy", [1, 2]],
  ]);
  const [outcome] = first.variants[0].outcomes;
  expect(outcome).toMatchObject({
    steps: 60,
    weightsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(outcome.readings?.["bits-at-end"]).toBeGreaterThan(0);
  expect(outcome.readings?.["test-loss"]).toBeGreaterThan(0);
  expect(outcome.readings?.["bits-memorised"] === null).toBe(outcome.memorisedAt === null);
  expect(first.variants[0].curve?.step.at(-1)).toBe(60);
  const { step, norm = [], loss = [] } = outcome.along!;
  expect(step).toEqual([50, 60]);
  expect(norm).not.toContain(1);
  expect(loss[0]).toBeGreaterThan(loss[1]);
  expect(first.pairs?.map(({ of }) => of)).toEqual([["η = 0", "entropy"]]);
  for (const values of Object.values(first.pairs![0].read)) {
    expect(values).toHaveLength(2);
    for (const value of values) expect(value > 0 && value < 1).toBe(true);
  }
  rows.length = 0;
  const again = await measure(small, options);
  expect(rows).toEqual([]);
  expect(ended.toSorted()).toEqual([...ended.slice(0, 4), ...ended.slice(0, 4)].sort());
  expect(again).toEqual(first);
});

test("a run that was trained before without being read is trained once more", async () => {
  const { readings: _, ...unread } = small;
  const folders = join(runs, "unread");
  await measure(unread, { runs: folders, seeds: [1] });
  const [first, again] = [
    await measure(small, { runs: folders, seeds: [1] }),
    await measure(small, { seeds: [1] }),
  ];
  expect(first.variants).toEqual(again.variants);
  expect(first.variants[0].outcomes[0].readings?.["bits-at-end"]).toBeGreaterThan(0);
});

test("a run that cannot be finished is named", async () => {
  const wild = {
    name: "wild",
    changes: { optimiser: { kind: "sgd", learningRate: 1e6 } },
  } as const;
  const failing = measure({ ...small, variants: [...small.variants, wild] }, { seeds: [3] });
  await expect(failing).rejects.toThrow(/^wild, seed 3: training diverged/);
  await expect(failing).rejects.toBeInstanceOf(DivergedError);
});
