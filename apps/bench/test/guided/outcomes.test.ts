import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runConfig } from "@grokscape/trainer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf, type Outcome, openOutcomes } from "../../src/guided/outcomes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guided-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const config = runConfig({ task: "cyclic:7" });
const other = runConfig({ task: "cyclic:7", seed: 2 });
const outcome: Outcome = {
  ...{ task: "cyclic:7", method: "tian-fig3", fraction: 0.5, seed: 1 },
  ...{ config: hashOf(config), engine: "wasm 3", reachedAt: null },
};

test("what was added is known to who opens the file again, by the whole config", () => {
  const file = join(folder, "runs.jsonl");
  openOutcomes(file).add(outcome);
  const again = openOutcomes(file);
  expect(again.of(config)).toEqual(outcome);
  expect(again.of(other)).toBeUndefined();
  again.add({ ...outcome, seed: 2, config: hashOf(other), reachedAt: 40 });
  expect(openOutcomes(file).of(other)?.reachedAt).toBe(40);
});

test("a line that was cut off is forgotten, and the next one is whole", () => {
  const file = join(folder, "runs.jsonl");
  openOutcomes(file).add(outcome);
  appendFileSync(file, '{"task":"cyc');
  const again = openOutcomes(file);
  again.add({ ...outcome, config: hashOf(other) });
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).config)).toEqual([hashOf(config), hashOf(other)]);
});
