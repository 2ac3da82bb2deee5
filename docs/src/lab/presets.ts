import { task } from "@grokscape/group-datasets";
import { presets as published, type RunConfigInput, runConfig } from "@grokscape/trainer";
import { demoConfig } from "../demo/settings.ts";
import { type Draft, firstRun } from "./draft.ts";

/** What differs from the first page's run. */
type Changes = Partial<RunConfigInput>;

const { model, optimiser } = demoConfig("cyclic:23", 60);
const adamW = { kind: "adamw", learningRate: 3e-3, weightDecay: 1 } as const;

const own = {
  first: {},
  few: { split: { fraction: 0.2 } },
  border: { split: { fraction: 0.4 }, steps: 4000 },
  careless: { optimiser: { ...optimiser, weightDecay: 0 } },
  decay: { optimiser: { ...optimiser, weightDecay: 8e-4 } },
  empty: { model: { ...model, topInit: 0 } },
  dihedral: { task: "dihedral:12" },
  frobenius: { task: "frobenius:7,3", split: { fraction: 0.8 }, steps: 4000 },
  clocks: { task: "product:2,2,2,3", split: { fraction: 0.7 } },
  narrow: { model: { ...model, width: 16 }, steps: 5000 },
  complex: { model: { ...model, weights: "complex", width: 128 } },
  deep: {
    split: { fraction: 0.7 },
    model: { ...model, hiddenLayers: 1, width: 128 },
    optimiser: adamW,
  },
  transformer: {
    split: { fraction: 0.7 },
    model: { kind: "transformer" },
    loss: "cross-entropy",
    optimiser: { ...adamW, beta2: 0.98 },
  },
  products: {
    task: "cyclic:31",
    split: { fraction: 0.26 },
    model: { width: 124, activation: "linear", combine: "product" },
    optimiser: { ...adamW, learningRate: 0.1, weightDecay: 3.5, beta1: 0.6, beta2: 0.99 },
    steps: 500,
  },
  ridge: {
    task: "cyclic:31",
    split: { fraction: 0.34 },
    model: { width: 512 },
    optimiser: { ...optimiser, learningRate: 0.038, weightDecay: 2e-3 },
    ridge: 0.6,
    steps: 300,
  },
} as const satisfies Readonly<Record<string, Changes>>;

export type PresetName = keyof typeof own;

const draftOf = (input: RunConfigInput): Draft => ({ ...runConfig(input), evaluateEvery: 0 });

/** Runs of our own choice, by name. */
export const ownPresets: ReadonlyMap<PresetName, Draft> = new Map(
  Object.entries(own).map(([name, changes]) => [
    name as PresetName,
    draftOf({ ...firstRun, evaluateEvery: 1, ...changes }),
  ]),
);

/** Runs as papers describe them; looked at as often as one who waits wants to, which changes no step. */
export const publishedPresets = published.map(({ name, title, source, config }) => ({
  name,
  title,
  source,
  draft: draftOf(config),
}));

/** Those whose table a page can look at every second. */
export const labPresets = publishedPresets.filter(({ draft }) => task(draft.task).size < 100_000);
