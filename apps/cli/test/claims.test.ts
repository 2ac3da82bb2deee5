import { preset, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { claimOf, differences } from "../src/claims/claim.ts";
import { claims } from "../src/claims/claims.ts";

describe.each(claims)("the claim of $preset", (claim) => {
  test("is of the preset as it is, with five seeds that all understood", () => {
    const { seed: _, ...config } = runConfig(preset(claim.preset).config);
    expect(claim.config).toEqual(JSON.parse(JSON.stringify(config)));
    expect(claim.runs.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5]);
    for (const { memorisedAt, generalisedAt } of claim.runs) {
      expect(generalisedAt).toBeGreaterThan(memorisedAt ?? Number.POSITIVE_INFINITY);
    }
  });

  test("names the first seed's bytes", { timeout: 300_000 }, async () => {
    const run = train(runConfig({ ...preset(claim.preset).config, seed: 1 }), {
      engine: wasmEngine(),
    });
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
