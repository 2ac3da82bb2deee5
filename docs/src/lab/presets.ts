import { defaults, type Settings } from "./settings.ts";

const presets = {
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
  deep: { activation: "relu", layers: 1, width: 128, shown: 70, rate: 1e-3, steps: 3000 },
  guided: {
    task: "cyclic:31",
    shown: 34,
    width: 512,
    rate: 0.038,
    decay: 2e-3,
    ridge: 0.6,
    steps: 300,
  },
  figure3: { task: "cyclic:71", shown: 40, width: 2048, rate: 1e-3, steps: 400 },
} as const satisfies Readonly<Record<string, Partial<Settings>>>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

export const preset = (name: PresetName): Settings => ({ ...defaults, ...presets[name] });

/** The preset that these settings are, if they are one. */
export const presetOf = (settings: Settings): PresetName | undefined =>
  presetNames.find((name) => JSON.stringify(preset(name)) === JSON.stringify(settings));
