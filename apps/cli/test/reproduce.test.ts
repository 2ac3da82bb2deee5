import { borderSweeps, experiments, type Measurement } from "@grokscape/experiments";
import { measurementOf } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import { DivergedError, type RunConfig } from "@grokscape/trainer";
import type { SweptRun } from "@grokscape/trainer/node";
import { describe, expect, test, vi } from "vitest";
import { help } from "../src/arguments/help.ts";
import { reproduce as reproduceCommand } from "../src/commands/reproduce.ts";
import { here } from "./grokscape.ts";

const { outcomes } = (measurementOf("tian-fig3") as Measurement).variants[0];

/** What the runs come to, in place of training them. */
let outcome: (config: RunConfig) => Omit<SweptRun, "config">;

vi.mock("@grokscape/trainer/node", async (original) => ({
  ...(await original<typeof import("@grokscape/trainer/node")>()),
  async *sweep(configs: readonly RunConfig[]) {
    for (const config of configs) yield { config, ...outcome(config) };
  },
}));

const claimed = (config: RunConfig) => {
  const run = outcomes.find(({ seed }) => seed === config.seed);
  const engine = { name: "wasm", numericVersion: "3" };
  const metrics = [{ step: 0, testAccuracy: 1 }];
  return { record: { ...run, config, engine, metrics } } as unknown as SweptRun;
};

const reproduce = (options: string) => here(`reproduce tian-fig3 ${options}`, ".");

test("what ends in the claimed bytes is done", async () => {
  outcome = claimed;
  const { code, out } = await reproduce("--seeds 2 --json");
  expect(code).toBe(0);
  const told = JSON.parse(out);
  expect(told.differences).toEqual([]);
  expect(told.measured.variants[0].outcomes).toMatchObject(outcomes.slice(0, 2));
  expect(told.claimed.variants[0].outcomes).toEqual(outcomes);
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
  outcome = () => ({ error });
  const told = await reproduce("--seeds 2");
  expect(told.code).toBe(code);
  expect(told.err).toContain(`seed 1: ${said}`);
  expect(told.err.split("\n")).toHaveLength(2);
});

test("without an experiment it lists all that the ledger has", async () => {
  const { code, out } = await here("reproduce", ".");
  expect(code).toBe(0);
  const all = [...experiments, ...borderSweeps];
  for (const { id } of all) expect(out).toContain(id);
  expect(JSON.parse((await here("reproduce --json", ".")).out)).toHaveLength(all.length);
  for (const { id } of all) expect(help(reproduceCommand)).toContain(id);
});

describe("a figure of the paper", () => {
  const at = (generalisedAt: number | null) => ({
    ...outcomes[0],
    generalisedAt,
    generalisedFrom: generalisedAt,
  });

  test("is told with what the paper shows, statement by statement", async () => {
    outcome = (config) => {
      const swept = claimed(config);
      if ("record" in swept) Object.assign(swept.record, at(config.ridge === null ? 200 : 90));
      return swept;
    };
    const { code, out } = await here("reproduce fig12 --quick --json", ".");
    expect(JSON.parse(out).criterion).toMatchObject({
      answer: "agrees",
      statements: [{ answer: "agrees", held: 5, of: 5 }],
    });
    expect(code).toBe(3); // these were made up
    const { out: told } = await here("reproduce fig13", ".");
    expect(told.replace(/\s+/g, " ")).toMatch(/With Tian, Provable .* Grokking: disagrees/);
    expect(told.replace(/\s+/g, " ")).toMatch(/disagrees With V solved .* later .* 0 of 5 seeds/);
  });

  test("in its full size asks first where that is long", async () => {
    const { code, err } = await here("reproduce fig5 --full", ".");
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toMatch(/nobody is here to be asked: Train 960 runs, .*--yes/);
  });

  test.each([
    ["fig99", /^unknown figure "fig99"; there are fig3, .*fig17$/],
    ["fig3 --quick --full", /two sizes/],
    ["muon --full", /muon has one size; those with --quick and --full are fig3, /],
  ])("%s is refused", async (words, says) => {
    const { code, err } = await here(`reproduce ${words}`, ".");
    expect(code).toBe(2);
    expect(err.trim()).toMatch(says);
  });
});
