import { presets, type RunConfig, runConfig } from "@grokscape/trainer";
import {
  applies,
  changed,
  differences,
  type Key,
  keys,
  readKey,
  settingOf,
  textAt,
} from "@grokscape/trainer/settings";
import { describe, expect, test } from "vitest";

const usual = runConfig({ task: "cyclic:7" });
const all: readonly RunConfig[] = [
  usual,
  ...presets.map(({ config }) => runConfig(config)),
  runConfig({
    task: "dihedral:5",
    split: { criticalMultiple: 2, stratify: true, holdOut: { symbols: [1, 3], operand: 1 } },
    optimiser: { kind: "muon", polar: "exact" },
    schedule: { kind: "multistep", at: [5, 9], factor: 0.5, warmUp: 3 },
    gradientFilters: [{ kind: "grokfast-ma" }, { kind: "clip", norm: 3 }],
    goal: null,
    normClamp: 2,
  }),
  runConfig({
    task: "cyclic:7",
    split: { examples: [0, 5, 48] },
    schedule: { kind: "step", every: 3 },
    ridge: 0.1,
    seed: 2 ** 32 - 1,
  }),
];

describe("what differs between two configs, as texts", () => {
  const pairs = all.flatMap((config) => all.map((base) => [config, base] as const));
  test.each(pairs)("makes one out of the other", (config, base) => {
    const texts = differences(config, base);
    const made = texts.reduce(
      (made, [key, text]) => changed(made, key, text === "" ? undefined : readKey(key, key, text)),
      base,
    );
    expect(runConfig(made)).toEqual(config);
    if (config === base) expect(texts).toEqual([]);
  });
});

test.each(all.flatMap((config) => keys.map((key) => [key, config] as const)))(
  "%s is read as it is written",
  (key, config) => {
    const text = textAt(config, key);
    if (text === "" || !applies(config, key)) return;
    expect(changed(config, key, readKey(key, key, text))).toEqual(config);
  },
);

test("another kind brings its defaults; the same kind changes nothing", () => {
  const { optimiser } = changed(usual, "optimiser.kind", "sgd");
  expect(optimiser).toEqual(runConfig({ task: "cyclic:7", optimiser: { kind: "sgd" } }).optimiser);
  expect(changed(usual, "optimiser.kind", "adam")).toBe(usual);
});

test("one way to say how much is shown takes the place of another", () => {
  const counted = changed(usual, "split.count", 5);
  expect(counted.split).toEqual({ count: 5 });
  expect(changed(counted, "split.fraction", 0.5).split).toEqual({ fraction: 0.5 });
});

test("no two settings share an option, nor a name that others have for them", () => {
  const settings = keys.map((key: Key) => settingOf(key));
  const options = settings.map(({ option }) => option);
  const known = settings.flatMap(({ known = "" }) => known.split(" ").filter(Boolean));
  expect(new Set([...options, ...known]).size).toBe(options.length + known.length);
});
