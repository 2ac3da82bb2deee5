import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readStore } from "@grokscape/experiments/node";
import { readRun } from "@grokscape/trainer/node";
import { afterAll, expect, test } from "vitest";
import { measureListing } from "../../src/experiments/listing.ts";
import { fillStore } from "../../src/experiments/synthetic.ts";
import { measureThroughput } from "../../src/experiments/throughput.ts";

const store = mkdtempSync(join(tmpdir(), "grokscape-synthetic-"));
afterAll(() => rmSync(store, { recursive: true, force: true }));

test("synthetic folders are runs as training leaves them, each once", async () => {
  await fillStore(store, 250);
  const { runs } = await readStore(store);
  expect(runs).toHaveLength(250);
  expect(new Set(runs.map(({ state }) => state))).toEqual(new Set(["steps"]));
  expect(new Set(runs.map(({ config }) => JSON.stringify(config))).size).toBe(250);
  const [folder] = readdirSync(store);
  expect((await readRun(join(store, folder!))).record?.steps).toBe(200);
});

test("both parts measure something", async () => {
  const { runs, ...seconds } = await measureListing(20);
  expect(runs).toBe(20);
  for (const value of Object.values(seconds)) expect(value).toBeGreaterThan(0);
  const { gain, secondsOfARun } = await measureThroughput(2, 1, 0.02);
  expect(Number.isFinite(gain)).toBe(true);
  expect(secondsOfARun).toBeGreaterThan(0);
});
