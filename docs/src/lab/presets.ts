import { presets as published } from "@grokscape/trainer";
import { defaults, type Settings } from "./settings.ts";
import { settingsOf } from "./settings-of.ts";

const own = {
  first: {},
  few: { shown: 20 },
  border: { shown: 40, steps: 4000 },
  careless: { decay: 0 },
  decay: { decay: 8e-4 },
  empty: { top: 0 },
  dihedral: { task: "dihedral:12" },
  frobenius: { task: "frobenius:7,3", shown: 80, steps: 4000 },
  clocks: { task: "product:2,2,2,3", shown: 70 },
  narrow: { width: 16, steps: 5000 },
  complex: { weights: "complex", width: 128 },
  deep: { layers: 1, width: 128, shown: 70, optimiser: "adamw", decay: 1 },
  transformer: {
    kind: "transformer",
    activation: "relu",
    bias: true,
    loss: "cross-entropy",
    optimiser: "adamw",
    decay: 1,
    beta2: 0.98,
    shown: 70,
  },
  products: {
    task: "cyclic:31",
    shown: 26,
    width: 124,
    activation: "linear",
    combine: "product",
    optimiser: "adamw",
    rate: 0.1,
    decay: 3.5,
    beta1: 0.6,
    beta2: 0.99,
    steps: 500,
  },
  ridge: {
    task: "cyclic:31",
    shown: 34,
    width: 512,
    rate: 0.038,
    decay: 2e-3,
    ridge: 0.6,
    steps: 300,
  },
} as const satisfies Readonly<Record<string, Partial<Settings>>>;

export type PresetName = keyof typeof own;

/** Runs of our own choice, by name. */
export const ownPresets: ReadonlyMap<PresetName, Settings> = new Map(
  Object.entries(own).map(([name, changes]) => [name as PresetName, { ...defaults, ...changes }]),
);

/** Runs as papers describe them; looked at as often as one who waits wants to, which changes no step. */
export const publishedPresets = published.map(({ name, title, source, config }) => ({
  name,
  title,
  source,
  settings: { ...settingsOf(config), look: 0 },
}));
