import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunConfig, RunRecord } from "@grokscape/trainer";
import { afterAll, expect, test } from "vitest";
import { type BorderSweep, planSweep, type Shard } from "../../src/index.ts";
import {
  type Execute,
  findBorderInStore,
  prepareStore,
  readBorders,
  readStore,
} from "../../src/node/index.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-borders-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const sweep: BorderSweep = {
  id: "borders",
  base: { task: "cyclic:11" },
  vary: { task: ["cyclic:11", "cyclic:13", "cyclic:17"] },
  border: { over: "split.count", from: 40, to: 120, width: 0.2, budget: 12 },
};

/** Runs come from the 60th example on; nothing is trained. */
const execute: Execute = async function* (configs) {
  for await (const config of configs) {
    yield { config, record: recordOf(config), readings: [] };
  }
};

function recordOf(config: RunConfig) {
  const isAbove = (config.split as { count: number }).count >= 60;
  const metrics = [{ step: 10, testAccuracy: isAbove ? 1 : 0 }];
  return { metrics, weightsHash: "0".repeat(64) } as unknown as RunRecord;
}

async function search(name: string, shard?: Shard, asked: BorderSweep = sweep) {
  const store = join(scratch, name);
  await prepareStore(store, planSweep(asked));
  return findBorderInStore(store, asked, `sweep ${shard?.i ?? ""}`, { shard, execute });
}

const read = async (...names: string[]) =>
  readBorders(await Promise.all(names.map((name) => readStore(join(scratch, name)))));

test("parts have each some of the variants, and together the borders and laws of the whole", async () => {
  const whole = await search("whole");
  expect(whole.measurement.variants.map(({ border }) => border.state)).toEqual(
    Array(3).fill("found"),
  );
  expect(whole.laws.borders).toHaveLength(3);
  const names = ({ measurement }: typeof whole) => measurement.variants.map(({ name }) => name);
  expect(names(await search("part-1", { i: 1, n: 2 }))).toEqual([
    "task cyclic:11",
    "task cyclic:17",
  ]);
  expect(names(await search("part-2", { i: 2, n: 2 }))).toEqual(["task cyclic:13"]);
  expect(names(await search("part-4", { i: 4, n: 4 }))).toEqual([]);
  const merged = await read("part-1", "part-2", "part-4", "whole");
  expect(merged?.laws).toMatchObject({ borders: expect.arrayContaining([...whole.laws.borders]) });
  expect(merged?.measurement.variants).toEqual(
    expect.arrayContaining([...whole.measurement.variants]),
  );
  expect(merged?.measurement.variants).toHaveLength(3);
  expect(merged?.measurement.command).toBe("sweep 1; sweep 2; sweep 4; sweep ");

  await search("common", { i: 2, n: 2 });
  await search("common", { i: 1, n: 2 });
  expect(readdirSync(join(scratch, "common")).filter((name) => name.startsWith("border"))).toEqual([
    "border.shard-1-of-2.json",
    "border.shard-2-of-2.json",
  ]);
  expect((await read("common"))?.laws.fits.map(({ form }) => form)).toEqual(
    whole.laws.fits.map(({ form }) => form),
  );
});

test("borders of other questions are not mixed, nor such as contradict each other", async () => {
  const wider = { ...sweep, border: { ...sweep.border, from: 30 } };
  await search("wider", undefined, wider);
  await expect(read("whole", "wider")).rejects.toThrow(
    /wider\/border.json answers another question than .*whole\/border.json; results of each alone/,
  );
  const path = join(scratch, "part-2", "border.shard-2-of-2.json");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/"0{64}"/g, `"${"1".repeat(64)}"`));
  await expect(read("whole", "part-2")).rejects.toThrow(
    /^task cyclic:13 has another border in .*part-2.* than in .*whole.*: look for it anew$/,
  );
  expect(await read("part-4")).toMatchObject({ measurement: { variants: [] } });
});

test("what a file no longer asks for is left out", async () => {
  const fewer = { ...sweep, vary: { task: ["cyclic:11", "cyclic:17"] } };
  await search("fewer");
  await prepareStore(join(scratch, "fewer"), planSweep(fewer));
  expect((await read("fewer"))?.measurement.variants).toHaveLength(2);
});
