import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { task } from "@grokscape/group-datasets";
import type { ChoiceForm } from "@grokscape/models";
import { predict } from "@grokscape/theory";
import { presets, type RunConfigInput, runConfig, train } from "@grokscape/trainer";
import {
  applies,
  changed,
  type Key,
  keys,
  type Path,
  paths,
  settingAt,
  settingOf,
  settingsWords,
} from "@grokscape/trainer/settings";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { afterAll, expect, test, vi } from "vitest";
import { courseOf, hashOf, stateOf } from "../src/lab/address.ts";
import { codeOf } from "../src/lab/code.ts";
import { differences } from "../src/lab/differs.ts";
import { configOf, type Draft, firstRun, turned } from "../src/lab/draft.ts";
import { folded, inSight } from "../src/lab/form.ts";
import { outlook } from "../src/lab/outlook.ts";
import { ownPresets, publishedPresets } from "../src/lab/presets.ts";
import { warnings } from "../src/lab/warnings.ts";
import { GET as measuredCurves } from "../src/pages/measured-curves.json.ts";
import { claims } from "../src/site/claims.ts";
import type { Locale } from "../src/site/locales.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const scratch = mkdtempSync(join(here, ".lab-code-"));
afterAll(() => rmSync(scratch, { recursive: true }));

type Turns = Readonly<Partial<Record<Key, unknown>>>;

/** The first page's run with some knobs turned. */
const draftOf = (turns: Turns): Draft =>
  Object.entries(turns).reduce(
    (draft, [key, value]) => changed(draft, key as Key, value),
    firstRun,
  );

test("an address holds the whole state, and only what differs, by the names of a config", () => {
  expect(hashOf(firstRun)).toBe("");
  const first = draftOf({
    task: "product:4,7",
    "model.topInit": 0,
    "optimiser.learningRate": 0.01,
  });
  const second = changed(first, "optimiser.weightDecay", 0);
  const hash = hashOf(first, second);
  expect(hash).toBe(
    "task=product:4,7&model.topInit=0&optimiser.learningRate=0.01&b.optimiser.weightDecay=0&compare=1",
  );
  expect(stateOf(`#${hash}`)).toEqual({ first, second });
  expect(stateOf("")).toEqual({ first: firstRun });
});

test("the ledger's curves are found by the course of a run, however long it lasts and is looked at", async () => {
  const curves = await measuredCurves().json();
  const longer = draftOf({ steps: 9000, evaluateEvery: 5, "goal.hold": 7 });
  expect(courseOf(longer)).toBe("");
  expect(curves[courseOf(longer)]).toEqual(claims.get("cyclic-23-at-60")!.variants[0]!.curve);
  const dihedral = courseOf(ownPresets.get("dihedral")!);
  expect(curves[dihedral]).toEqual(
    claims.get("groups")!.variants.find(({ name }) => name === "D₁₂")!.curve,
  );
  expect(curves[courseOf(draftOf({ seed: 2 }))]).toBeUndefined();
});

test("what an address cannot mean is as if left out", () => {
  const unusable =
    "#model.width=1e9&optimiser.learningRate=tea&optimiser.kind=magic&seed=1.5&tea=1&model.heads=2";
  expect(stateOf(unusable).first).toEqual(firstRun);
});

/** Addresses of the laboratory before settings were called by their places, and the configs they meant. */
const oldAddresses: readonly { address: string; first: RunConfigInput; second?: RunConfigInput }[] =
  readFileSync(new URL("./old-addresses.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test.each(oldAddresses)(
  "an old link opens the run that it meant: $address",
  ({ address, first, second }) => {
    const { size } = task(first.task);
    const opened = stateOf(`#${address}`);
    expect(runConfig(configOf(opened.first, size))).toEqual(runConfig(first));
    expect(opened.second && runConfig(configOf(opened.second, size))).toEqual(
      second && runConfig(second),
    );
  },
);

const all = [...ownPresets, ...publishedPresets.map(({ name, draft }) => [name, draft] as const)];

test.each(all)("the preset %s is a run that can be made, and has an address", (_, draft) => {
  expect(stateOf(hashOf(draft)).first).toEqual(draft);
  const config = configOf(draft, task(draft.task).size);
  expect(runConfig(config)).toEqual(config);
});

test.each(presets)("the lab has every knob of the trainer's preset $name", ({ name, config }) => {
  const { draft } = publishedPresets.find((preset) => preset.name === name)!;
  // how often it is looked at changes no step
  expect({ ...draft, evaluateEvery: 1 }).toEqual({ ...runConfig(config), evaluateEvery: 1 });
});

/** Something that is not the first page's, of each setting; and what else must be turned for it to count. */
const turns: { readonly [Name in Key]: Turns } = {
  task: { task: "cyclic:7" },
  "split.fraction": { "split.fraction": 0.5 },
  "split.count": { "split.count": 100 },
  "split.criticalMultiple": { "split.criticalMultiple": 3 },
  "split.first": { task: "two-operations:cyclic:5~division:cyclic:5", "split.first": 0.5 },
  "split.examples": { "split.examples": [0, 30, 31] },
  "split.stratify": { "split.stratify": true },
  "split.keepTransposesTogether": { "split.keepTransposesTogether": true },
  "split.holdOut.symbols": { "split.holdOut.symbols": [2, 3] },
  "split.holdOut.operand": { "split.holdOut.symbols": [2, 3], "split.holdOut.operand": 0 },
  "model.kind": { "model.kind": "transformer" },
  "model.activation": { "model.activation": "mixed:0.5,1" },
  "model.bias": { "model.bias": true },
  "model.width": { "model.width": 32 },
  "model.hiddenLayers": { "model.hiddenLayers": 2 },
  "model.weights": { "model.weights": "complex" },
  "model.embedding": { "model.embedding": "per-operand" },
  "model.combine": { "model.combine": "product" },
  "model.batchNorm": { "model.batchNorm": true },
  "model.layers": { "model.kind": "transformer", "model.layers": 2 },
  "model.heads": { "model.kind": "transformer", "model.heads": 2 },
  "model.mlpWidth": { "model.kind": "transformer", "model.mlpWidth": 64 },
  "model.layerNorm": { "model.kind": "transformer", "model.layerNorm": "pre" },
  "model.topInit": { "model.topInit": 0 },
  "model.initScale": { "model.initScale": 2 },
  "model.outputScale": { "model.outputScale": 2 },
  loss: { loss: "stablemax" },
  labelScale: { labelScale: 3 },
  "penalty.l1": { "penalty.l1": 0.01 },
  "penalty.l2": { "penalty.l2": 0.01 },
  ridge: { ridge: 0.5 },
  "optimiser.kind": { "optimiser.kind": "muon" },
  "optimiser.learningRate": { "optimiser.learningRate": 0.01 },
  "optimiser.weightDecay": { "optimiser.weightDecay": 0.1 },
  "optimiser.momentum": { "optimiser.kind": "sgd", "optimiser.momentum": 0.5 },
  "optimiser.nesterov": { "optimiser.kind": "sgd", "optimiser.nesterov": true },
  "optimiser.beta1": { "optimiser.beta1": 0.8 },
  "optimiser.beta2": { "optimiser.beta2": 0.98 },
  "optimiser.epsilon": { "optimiser.epsilon": 1e-6 },
  "optimiser.polar": { "optimiser.kind": "muon", "optimiser.polar": "exact" },
  batchSize: { batchSize: 64 },
  normClamp: { normClamp: 1 },
  "schedule.kind": { "schedule.kind": "cosine" },
  "schedule.warmUp": { "schedule.warmUp": 10 },
  "schedule.every": { "schedule.kind": "step", "schedule.every": 100 },
  "schedule.at": { "schedule.kind": "multistep", "schedule.at": [100, 300] },
  "schedule.factor": { "schedule.kind": "exponential", "schedule.factor": 0.99 },
  gradientFilters: {
    gradientFilters: [{ kind: "grokfast-ma", window: 10, lambda: 1 }, { kind: "orthogonal" }],
  },
  steps: { steps: 100 },
  "goal.testAccuracy": { "goal.testAccuracy": null },
  "goal.hold": { "goal.hold": 5 },
  evaluateEvery: { evaluateEvery: 7 },
  seed: { seed: 4 },
};

test.each(Object.entries(turns))("the knob %s turns the run, and its address", (key, own) => {
  const draft = draftOf(own);
  const { [key as Key]: _, ...others } = own;
  expect(applies(draft, key as Key)).toBe(true);
  expect(draft).not.toEqual(draftOf(others));
  expect(stateOf(hashOf(draft)).first).toEqual(draft);
  const opened = stateOf(hashOf(firstRun, draft));
  expect(opened).toEqual({ first: firstRun, second: draft });
});

test("every setting is somewhere in the form, once", () => {
  const placed = [...inSight, ...[...folded.values()].flat()];
  expect([...placed].sort()).toEqual([...keys].sort());
});

test.each(
  keys
    .filter((key) => key.endsWith(".kind"))
    .flatMap((key) => (settingOf(key).form as ChoiceForm).of.map((kind) => [key, kind] as const)),
)("what %s %s brings along is a run that can be made, and has an outlook", (key, kind) => {
  const draft = turned(turned(firstRun, "model.kind", "transformer"), key, kind);
  expect(runConfig(configOf(draft, 23 ** 2)).task).toBe("cyclic:23");
  expect(outlook(draft, task("cyclic:23"), "en").possible).toBe(true);
});

test("a network brings the loss that suits it", () => {
  const draft = turned(firstRun, "model.kind", "transformer");
  expect(draft.loss).toBe("cross-entropy");
  expect(turned(draft, "model.kind", "mlp").loss).toBe("mse");
});

test("a schedule whose numbers are not said is refused in words, not in the works", () => {
  for (const kind of ["step", "multistep", "exponential"]) {
    const { first } = stateOf(`#schedule.kind=${kind}`);
    expect(outlook(first, task("cyclic:23"), "en")).toMatchObject({ possible: false });
  }
});

const contradictory: Readonly<Record<string, Turns>> = {
  "ridge/loss": { ridge: 1, loss: "cross-entropy" },
  "ridge/model.bias": { ridge: 1, "model.bias": true },
  "labelScale/loss": { labelScale: 2, loss: "stablemax" },
  "optimiser.nesterov/optimiser.momentum": {
    "optimiser.kind": "sgd",
    "optimiser.momentum": 0,
    "optimiser.nesterov": true,
  },
  "model.heads/model.width": { "model.kind": "transformer", "model.width": 30 },
  "model.batchNorm/model.weights": { "model.weights": "complex", "model.batchNorm": true },
  "model.activation/model.weights": { "model.weights": "complex", "model.activation": "relu" },
  "steps/evaluateEvery": { steps: 1e9, evaluateEvery: 1 },
};

test("whatever the table of settings calls a contradiction is told in the reader's language", () => {
  const pairs = paths.flatMap((path) =>
    (settingAt[path].contradicts ?? []).map(({ field }) => [path, field as Path] as const),
  );
  for (const [path, other] of pairs) {
    const turns = contradictory[`${path}/${other}`]!;
    for (const locale of ["en", "zh-cn"] as const) {
      const says = settingsWords[locale].setting[path].contradicts?.[other];
      expect(warned(turns, locale), `${path}/${other}`).toContain(says);
    }
    expect(codeOf(draftOf(turns), 23 ** 2)).toBe("");
  }
});

test("each claim's settings can be opened in the laboratory as they are", () => {
  for (const { base, variants } of claims.values()) {
    for (const { changes } of variants) {
      const config = runConfig({ ...base, ...changes, seed: 1 });
      expect(stateOf(hashOf(config)).first).toEqual(config);
    }
  }
});

/** What the laboratory warns of. */
function warned(turns: Turns | Draft, locale: Locale = "en"): string[] {
  const draft = "model" in turns ? turns : draftOf(turns);
  const of = task(draft.task);
  const prediction = predict(of, configOf(draft, of.size));
  return warnings(draft, of, prediction, locale).flatMap((warning) => Object.values(warning));
}

test("a bad setting says what will go wrong", () => {
  const rate = (value: number) => ({ "optimiser.learningRate": value });
  const decay = (value: number) => ({ "optimiser.weightDecay": value });
  const adamW = { "optimiser.kind": "adamw" };
  const exponential = (factor: number) => ({
    "schedule.kind": "exponential",
    "schedule.factor": factor,
  });
  expect(warned({})).toEqual([]);
  expect(warned(decay(0))).toContain("no-decay");
  expect(warned({ ...decay(0), "penalty.l2": 1e-4 })).not.toContain("no-decay");
  expect(warned({ ...decay(0), loss: "cross-entropy" })).not.toContain("no-decay");
  expect(warned(decay(0.1))).toContain("strong-decay");
  expect(warned({ ...adamW, ...rate(0.1), ...decay(3.5) })).toContain("strong-decay");
  expect(warned(ownPresets.get("products")!)).toEqual([]);
  expect(warned({ ...adamW, ...decay(1e-3) })).toContain("weak-decay");
  expect(warned({ ...adamW, ...rate(3e-3), ...decay(1) })).toEqual([]);
  expect(warned({ "split.fraction": 0.15 })).toContain("few");
  expect(warned({ "model.width": 8 })).toContain("narrow");
  expect(warned(rate(0.5))).toContain("high-rate");
  expect(warned({ "model.activation": "linear" })).toContain("linear");
  expect(warned({ "model.activation": "linear", "model.combine": "product" })).not.toContain(
    "linear",
  );
  const shared = { "model.embedding": "shared" };
  expect(warned({ ...shared, task: "dihedral:10" })).toContain("order");
  expect(warned(shared)).not.toContain("order");
  expect(warned({ "optimiser.kind": "sgd", ...rate(0.003) })).toContain("sgd");
  expect(warned({ "model.initScale": 8 })).toContain("lazy");
  expect(warned(exponential(0.5))).toContain("faded");
  expect(warned(exponential(0.999))).not.toContain("faded");
  expect(warned({ "split.holdOut.symbols": [23] })).toContain("split");
  expect(warned({ steps: 100 })).toContain("short");
  const transformer = { task: "cyclic:113", "model.kind": "transformer" };
  expect(warned({ ...transformer, steps: 1000 })).toContain("large");
  expect(warned({ ...transformer, steps: 1000 })).not.toContain("long");
  expect(warned({ ...transformer, steps: 40_000 })).toContain("long");
});

test("where the theory is silent it is not made to speak", () => {
  const says = (turns: Turns) => predict(task("cyclic:23"), configOf(draftOf(turns), 23 ** 2));
  expect(says({}).stages).not.toBe(null);
  expect(says({ "model.kind": "transformer" }).verdict).toBe(null);
  expect(says({ "model.hiddenLayers": 1 }).stages).toBe(null);
  expect(says({ gradientFilters: [{ kind: "grokfast-ema" }] }).stages).toBe(null);
});

test.each<[string, Turns]>([
  ["plain", { "model.width": 32, steps: 60 }],
  [
    "many",
    {
      "model.width": 32,
      steps: 60,
      "model.activation": "mixed:1,1",
      "optimiser.beta1": 0.8,
      "schedule.kind": "cosine",
      gradientFilters: [{ kind: "grokfast-ma", window: 3 }],
    },
  ],
  [
    "transformer",
    {
      "model.kind": "transformer",
      "model.width": 8,
      "model.heads": 2,
      "model.mlpWidth": 16,
      steps: 6,
    },
  ],
])("the code that the laboratory gives trains the same run: %s", async (name, turns) => {
  const draft = draftOf({ task: "cyclic:7", ...turns });
  const { size } = task(draft.task);
  const file = join(scratch, `${name}.ts`);
  writeFileSync(file, codeOf(draft, size));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(file);
  const run = train(configOf(draft, size), { engine: wasmEngine({ threads: 1 }) });
  let next = await run.next();
  while (!next.done) next = await run.next();
  const { memorisedAt, generalisedAt, weightsHash } = next.value;
  expect(log).toHaveBeenCalledWith(memorisedAt, generalisedAt, weightsHash);
  log.mockRestore();
});

test("two runs differ in what does something in either", () => {
  expect(differences(firstRun, firstRun)).toEqual([]);
  expect(
    differences(firstRun, draftOf({ seed: 7, "optimiser.weightDecay": 0, "model.heads": 2 })),
  ).toEqual([
    { key: "seed", first: "1", second: "7" },
    { key: "optimiser.weightDecay", first: "0.0002", second: "0" },
  ]);
});
