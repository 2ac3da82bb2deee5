import { InputError } from "@grokscape/group-datasets";
import { DivergedError, type RunConfig } from "@grokscape/trainer";
import type { SweptRun } from "@grokscape/trainer/node";
import { expect, test, vi } from "vitest";
import { claims } from "../src/claims/claims.ts";
import { here } from "./grokscape.ts";

const claim = claims.find(({ preset }) => preset === "tian-fig3");
if (!claim) throw new Error("nothing is claimed of tian-fig3");

/** What the runs come to, in place of training them. */
let outcome: (config: RunConfig) => SweptRun;

vi.mock("@grokscape/trainer/node", async (original) => ({
  ...(await original<typeof import("@grokscape/trainer/node")>()),
  async *sweep(configs: readonly RunConfig[]) {
    for (const config of configs) yield outcome(config);
  },
}));

const claimed = (config: RunConfig) => {
  const run = claim.runs.find(({ seed }) => seed === config.seed);
  return { record: { ...run, config, engine: claim.engine, metrics: [] } } as unknown as SweptRun;
};

const reproduce = (options: string) => here(`reproduce tian-fig3 ${options}`, ".");

test("what ends in the claimed bytes is done", async () => {
  outcome = claimed;
  const { code, out } = await reproduce("--seeds 2 --json");
  expect(code).toBe(0);
  const told = JSON.parse(out);
  expect(told.differences).toEqual([]);
  expect(told.measured.runs).toEqual(told.claimed.runs.slice(0, 2));
});

test("other bytes are told, and have an exit code of their own", async () => {
  outcome = (config) => {
    const swept = claimed(config);
    if (config.seed === 2 && "record" in swept) Object.assign(swept.record, { weightsHash: "0" });
    return swept;
  };
  const { code, out } = await reproduce("--seeds 3");
  expect(out).toMatch(/seed 2 ended with weights 0 /);
  expect(out).not.toMatch(/seed 3 ended with weights/);
  expect(code).toBe(3);
});

test.each([
  [new DivergedError(7, "W", "a weight is NaN at step 7"), 1, "training diverged: a weight is NaN"],
  [new InputError("the disk is full"), 2, "the disk is full"],
  [new TypeError("broken"), 70, "broken"],
])("a run that failed: %s", async (error, code, said) => {
  outcome = (config) => ({ failed: { config, error } });
  const told = await reproduce("--seeds 2");
  expect(told.code).toBe(code);
  expect(told.err).toContain(`seed 1: ${said}`);
  expect(told.err.split("\n")).toHaveLength(2);
});
