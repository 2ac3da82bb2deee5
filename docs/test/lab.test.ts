import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { task, trainCount } from "@grokscape/group-datasets";
import { predict } from "@grokscape/theory";
import { presets, runConfig } from "@grokscape/trainer";
import { afterAll, expect, test, vi } from "vitest";
import { hashOf, stateOf } from "../src/lab/address.ts";
import { codeOf } from "../src/lab/code.ts";
import { configOf } from "../src/lab/config.ts";
import { accompanied, applies, choices, first, groups } from "../src/lab/knobs.ts";
import { ownPresets, publishedPresets } from "../src/lab/presets.ts";
import { defaults, type Settings } from "../src/lab/settings.ts";
import { settingsOf } from "../src/lab/settings-of.ts";
import type { Contradiction } from "../src/lab/warning.ts";
import { warnings } from "../src/lab/warnings.ts";
import { labWords } from "../src/lab/words/index.ts";
import { claims } from "../src/site/claims.ts";
import { measure } from "../src/site/measure.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const scratch = mkdtempSync(join(here, "lab-code-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("an address holds the whole state, and only what differs", () => {
  expect(hashOf(defaults)).toBe("");
  const settings = { ...defaults, task: "product:4,7", rate: 0.01, top: 0 };
  const compared = { ...settings, decay: 0 };
  const hash = hashOf(settings, compared);
  expect(hash).toBe("task=product:4,7&top=0&rate=0.01&b.decay=0&compare=1");
  expect(stateOf(`#${hash}`)).toEqual({ settings, compared });
  expect(stateOf("")).toEqual({ settings: defaults, compared: undefined });
});

test("what an address cannot mean is as if left out", () => {
  expect(stateOf("#width=1e9&rate=tea&optimiser=magic&seed=1.5&tea=1").settings).toEqual(defaults);
});

const all = [
  ...ownPresets,
  ...publishedPresets.map(({ name, settings }) => [name, settings] as const),
];

test.each(all)("the preset %s is a run that can be made, and has an address", (_, settings) => {
  expect(stateOf(hashOf(settings)).settings).toEqual(settings);
  const config = configOf(settings, task(settings.task).size);
  expect(runConfig(config)).toEqual(config);
  expect(settingsOf(config)).toEqual({ ...settings, look: config.evaluateEvery });
});

test.each(presets)("the lab has every knob of the trainer's preset $name", ({ name, config }) => {
  const { settings } = publishedPresets.find((preset) => preset.name === name)!;
  // how often it is looked at changes no step
  const { split, evaluateEvery: _, ...own } = configOf(settings, task(settings.task).size);
  const { split: asked, evaluateEvery: __, ...complete } = runConfig(config);
  expect(own).toEqual(complete);
  expect(trainCount(task(config.task), split)).toBe(trainCount(task(config.task), asked));
});

/** Something that is not the default, of each knob; and what else must be turned for it to count. */
const turned: { readonly [Name in keyof Settings]: Partial<Settings> } = {
  task: { task: "cyclic:7" },
  shown: { shown: 50 },
  stratify: { stratify: true },
  transposes: { transposes: true },
  holdOut: { holdOut: "2,3" },
  place: { holdOut: "2,3", place: 1 },
  kind: { kind: "transformer" },
  activation: { activation: "relu" },
  power: { activation: "power", power: 4 },
  linearPart: { activation: "mixed", linearPart: 0.5 },
  squarePart: { activation: "mixed", squarePart: 0.5 },
  bias: { bias: true },
  width: { width: 32 },
  layers: { layers: 2 },
  weights: { weights: "complex" },
  embedding: { embedding: "per-operand" },
  combine: { combine: "product" },
  batchNorm: { batchNorm: true },
  blocks: { kind: "transformer", blocks: 2 },
  dimension: { kind: "transformer", dimension: 32 },
  heads: { kind: "transformer", heads: 2 },
  hidden: { kind: "transformer", hidden: 64 },
  layerNorm: { kind: "transformer", layerNorm: "pre" },
  top: { top: 0 },
  init: { init: 2 },
  scale: { scale: 2 },
  loss: { loss: "stablemax" },
  labelScale: { labelScale: 3 },
  l1: { l1: 0.01 },
  l2: { l2: 0.01 },
  ridge: { ridge: 0.5 },
  optimiser: { optimiser: "muon" },
  rate: { rate: 0.01 },
  decay: { decay: 0.1 },
  momentum: { optimiser: "sgd", momentum: 0.5 },
  nesterov: { optimiser: "sgd", nesterov: true },
  beta1: { beta1: 0.8 },
  beta2: { beta2: 0.98 },
  epsilon: { epsilon: 1e-6 },
  polar: { optimiser: "muon", polar: "exact" },
  batch: { batch: 64 },
  clamp: { clamp: 1 },
  schedule: { schedule: "cosine" },
  warmUp: { warmUp: 10 },
  every: { schedule: "step", every: 100 },
  at: { schedule: "multistep", at: "100,300" },
  factor: { schedule: "exponential", factor: 0.99 },
  grokfast: { grokfast: "ma" },
  alpha: { grokfast: "ema", alpha: 0.9 },
  window: { grokfast: "ma", window: 10 },
  lambda: { grokfast: "ema", lambda: 1 },
  orthogonal: { orthogonal: true },
  clip: { clip: 1 },
  steps: { steps: 100 },
  goal: { goal: 0 },
  hold: { hold: 5 },
  look: { look: 7 },
  seed: { seed: 4 },
};

test.each(Object.entries(turned))("the knob %s turns the run, and its address", (name, changes) => {
  const settings = { ...defaults, ...changes };
  const { [name as keyof Settings]: _, ...others } = changes;
  const size = 23 ** 2;
  expect(applies(name as keyof Settings, settings)).toBe(true);
  expect(runConfig(configOf(settings, size))).not.toEqual(
    runConfig(configOf({ ...defaults, ...others }, size)),
  );
  expect(stateOf(hashOf(settings)).settings).toEqual(settings);
  const config = configOf(settings, size);
  const { look } = settingsOf(config);
  expect(settingsOf(config)).toEqual({ ...settings, look });
});

test("an optimiser that the laboratory does not know has no settings of another's", () => {
  const settings = { ...defaults, optimiser: "newton" as Settings["optimiser"] };
  const own = groups.optimiser.filter((name) => applies(name, settings));
  expect(own).toEqual(["optimiser", "batch", "clamp"]);
});

test("every knob is somewhere, once", () => {
  const placed = ["task", "shown", ...first, ...Object.values(groups).flat()];
  expect([...placed].sort()).toEqual(Object.keys(defaults).sort());
  for (const locale of ["en", "zh-cn"] as const) {
    expect(Object.keys(labWords[locale].knob).sort()).toEqual(Object.keys(defaults).sort());
  }
});

test("what a choice brings along is a run that can be made", () => {
  for (const [name, options] of Object.entries(choices)) {
    for (const option of options) {
      const settings = accompanied({ ...defaults, [name]: option } as Settings, name);
      expect(runConfig(configOf(settings, 23 ** 2)).task).toBe("cyclic:23");
    }
  }
});

const contradictory: Readonly<Record<Contradiction, Partial<Settings>>> = {
  "ridge/loss": { ridge: 1, loss: "cross-entropy" },
  "ridge/model.bias": { ridge: 1, bias: true },
  "labelScale/loss": { labelScale: 2, loss: "stablemax" },
  "optimiser.nesterov/optimiser.momentum": { optimiser: "sgd", momentum: 0, nesterov: true },
  "heads/width": { kind: "transformer", dimension: 30 },
  "batchNorm/weights": { weights: "complex", batchNorm: true },
  "activation/weights": { weights: "complex", activation: "relu" },
};

test("whatever the trainer calls a contradiction is told in the reader's language", () => {
  for (const [pair, changes] of Object.entries(contradictory)) {
    expect(warned(changes)).toContain(pair);
    expect(codeOf({ ...defaults, ...changes }, 23 ** 2)).toBe("");
    for (const words of Object.values(labWords)) expect(words.contradiction).toHaveProperty([pair]);
  }
  expect(Object.keys(labWords.en.contradiction).sort()).toEqual(Object.keys(contradictory).sort());
});

test("each claim's settings can be opened in the laboratory, with as many examples", () => {
  for (const { base, variants } of claims.values()) {
    for (const { changes } of variants) {
      const config = { ...base, ...changes, seed: 1 };
      const settings = settingsOf(config);
      const { size } = task(settings.task);
      const { split } = runConfig(configOf(settings, size));
      const asked = runConfig(config).split;
      const counted = (fraction: number | undefined, multiple: number | undefined) =>
        fraction === undefined
          ? Math.floor(multiple! * Math.sqrt(size) * Math.log(Math.sqrt(size)))
          : Math.floor(fraction * size);
      expect(counted(split.fraction, undefined)).toBe(
        counted(asked.fraction, asked.criticalMultiple),
      );
    }
  }
});

/** What the laboratory warns of. */
function warned(changes: Partial<Settings>): string[] {
  const settings = { ...defaults, ...changes };
  const of = task(settings.task);
  const prediction = predict(of, configOf(settings, of.size));
  return warnings(settings, of, prediction).map((warning) =>
    "name" in warning ? warning.name : warning.contradiction,
  );
}

test("a bad setting says what will go wrong", () => {
  expect(warned({})).toEqual([]);
  expect(warned({ decay: 0 })).toContain("no-decay");
  expect(warned({ decay: 0, l2: 1e-4 })).not.toContain("no-decay");
  expect(warned({ decay: 0, loss: "cross-entropy" })).not.toContain("no-decay");
  expect(warned({ decay: 0.1 })).toContain("strong-decay");
  expect(warned({ optimiser: "adamw", rate: 0.1, decay: 3.5 })).toContain("strong-decay");
  expect(warned(ownPresets.get("products")!)).toEqual([]);
  expect(warned({ optimiser: "adamw" })).toContain("weak-decay");
  expect(warned({ optimiser: "adamw", decay: 1 })).toEqual([]);
  expect(warned({ shown: 15 })).toContain("few");
  expect(warned({ width: 8 })).toContain("narrow");
  expect(warned({ rate: 0.5 })).toContain("high-rate");
  expect(warned({ activation: "linear" })).toContain("linear");
  expect(warned({ activation: "linear", combine: "product" })).not.toContain("linear");
  expect(warned({ optimiser: "sgd", rate: 0.003 })).toContain("sgd");
  expect(warned({ init: 8 })).toContain("lazy");
  expect(warned({ schedule: "exponential", factor: 0.5 })).toContain("faded");
  expect(warned({ schedule: "exponential", factor: 0.999 })).not.toContain("faded");
  expect(warned({ schedule: "multistep", at: "5,tea" })).toEqual(["at"]);
  expect(warned({ holdOut: "23" })).toContain("split");
  expect(warned({ steps: 100 })).toContain("short");
  const transformer = { task: "cyclic:113", kind: "transformer" } as const;
  expect(warned({ ...transformer, steps: 1000 })).toContain("large");
  expect(warned({ ...transformer, steps: 1000 })).not.toContain("long");
  expect(warned({ ...transformer, steps: 40_000 })).toContain("long");
});

test("where the theory is silent it is not made to speak", () => {
  const says = (changes: Partial<Settings>) => {
    const settings = { ...defaults, ...changes };
    return predict(task("cyclic:23"), configOf(settings, 23 ** 2));
  };
  expect(says({}).stages).not.toBe(null);
  expect(says({ kind: "transformer" }).verdict).toBe(null);
  expect(says({ layers: 1 }).stages).toBe(null);
  expect(says({ grokfast: "ema" }).stages).toBe(null);
});

test.each<Partial<Settings>>([
  {},
  { activation: "mixed", beta1: 0.8, schedule: "cosine", grokfast: "ma", window: 3 },
  { kind: "transformer", dimension: 8, heads: 2, hidden: 16, bias: true, steps: 6 },
])("the code that the laboratory gives trains the same run: %o", async (changes) => {
  const settings = { ...defaults, task: "cyclic:7", width: 32, steps: 60, ...changes };
  const { size } = task(settings.task);
  const file = join(scratch, `${Object.keys(changes).join("-")}.ts`);
  writeFileSync(file, codeOf(settings, size));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(file);
  const { memorisedAt, generalisedAt, weightsHash } = await measure(configOf(settings, size));
  expect(log).toHaveBeenCalledWith(memorisedAt, generalisedAt, weightsHash);
  log.mockRestore();
});
