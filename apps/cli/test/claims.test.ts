import { readdirSync, readFileSync } from "node:fs";
import { task, trainCount } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { preset, presets, type RunConfig, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { type Claim, claimOf, differences } from "../src/claims/claim.ts";
import { claims } from "../src/claims/claims.ts";

const folder = new URL("../src/claims/", import.meta.url);

test("every file of claims is in the list, under its preset's name, once", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  expect(claims.map(({ preset }) => `${preset}.json`).sort()).toEqual(files.sort());
});

test("something is claimed of every preset", () => {
  expect(claims.map(({ preset }) => preset)).toEqual(presets.map(({ name }) => name).sort());
});

const configOf = ({ config }: Claim, seed: number) => runConfig({ ...config, seed } as RunConfig);

/** Multiplications of one run, about: six an example and weight at every step. */
function work(claim: Claim): number {
  const config = configOf(claim, claim.runs[0].seed);
  const chosen = task(config.task);
  const weights = Object.values(initialise(config.model, chosen, 1));
  const examples = Math.min(config.batchSize ?? Infinity, trainCount(chosen, config.split));
  return (
    6 * claim.runs[0].steps * examples * weights.reduce((sum, { data }) => sum + data.length, 0)
  );
}

/** What takes half a minute or less; the others are for `grokscape reproduce`. */
const quick = 1.2e12;

describe.each(claims)("the claim of $preset", (claim) => {
  test("is of the preset as it is", () => {
    const { seed: _, ...config } = runConfig(preset(claim.preset).config);
    expect(claim.config).toEqual(JSON.parse(JSON.stringify(config)));
    expect(claim.command).toContain(`reproduce ${claim.preset} --seeds ${claim.runs.length}`);
  });

  test("has runs of the seeds from 1 on, each as it can be", () => {
    const { steps: most, evaluateEvery, goal } = claim.config;
    expect(claim.runs.map(({ seed }) => seed)).toEqual(claim.runs.map((_, i) => i + 1));
    for (const { memorisedAt, generalisedAt, steps, weightsHash } of claim.runs) {
      expect(weightsHash).toMatch(/^[0-9a-f]{64}$/);
      expect(steps).toBeLessThanOrEqual(most);
      for (const at of [memorisedAt, generalisedAt].filter((at) => at !== null)) {
        expect(at).toBeLessThanOrEqual(steps);
        expect(at % evaluateEvery).toBe(0);
      }
      // a run ends before its time only once it has understood
      if (steps < most)
        expect(steps - (generalisedAt ?? steps)).toBeGreaterThanOrEqual(goal?.hold ?? 1);
    }
  });

  test.runIf(work(claim) < quick)("names the first seed's bytes", async () => {
    const run = train(configOf(claim, 1), { engine: wasmEngine() });
    let next = await run.next();
    while (!next.done) next = await run.next();
    const repeated = claimOf(claim.preset, claim.command, [next.value]);
    expect(differences(claim, repeated.runs)).toEqual([]);
    const [first] = claim.runs;
    expect(repeated.runs).toEqual([first]);
    const other = { ...first, weightsHash: "0".repeat(64) };
    expect(differences(claim, [other])).toHaveLength(1);
  });
});

test("the README's first run is the first of Figure 3's claim", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const [, memorised, understood] =
    /memorises at step (\d+) and understands at step (\d+)/.exec(readme) ?? [];
  const [first] = claims.find(({ preset }) => preset === "tian-fig3")?.runs ?? [];
  expect(first).toMatchObject({
    memorisedAt: Number(memorised),
    generalisedAt: Number(understood),
  });
});
