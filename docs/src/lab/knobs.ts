import type { Knob, Settings } from "./settings.ts";

/** What a knob may be set to, if it is one of a list. */
export const choices = {
  kind: ["mlp", "transformer"],
  activation: ["quadratic", "relu", "silu", "relu2", "gelu", "linear", "power", "mixed"],
  weights: ["real", "complex"],
  embedding: ["one-hot", "trainable", "per-operand"],
  combine: ["sum", "product"],
  layerNorm: ["none", "pre", "post"],
  loss: ["mse", "cross-entropy", "stablemax"],
  optimiser: ["adam", "adamw", "muon", "sgd"],
  polar: ["newton-schulz", "exact"],
  schedule: ["constant", "cosine", "step", "multistep", "exponential"],
  grokfast: ["none", "ema", "ma"],
} as const satisfies { [Name in Knob]?: readonly Settings[Name][] };
export type ChoiceName = keyof typeof choices;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

const count = (to: number, from = 1): Range => ({ from, to, whole: true });
const share: Range = { from: 0, to: 0.999999 };

/** What a knob may be set to, if it is a number. */
export const ranges = {
  shown: { from: 1, to: 99 },
  place: count(8, 0),
  power: count(8, 2),
  linearPart: { from: -100, to: 100 },
  squarePart: { from: -100, to: 100 },
  width: count(8192),
  layers: count(4, 0),
  blocks: count(4),
  dimension: count(1024),
  heads: count(32),
  hidden: count(4096),
  top: { from: 0, to: 100 },
  init: { from: 0.001, to: 100 },
  scale: { from: 0.001, to: 1000 },
  labelScale: { from: 0.001, to: 1000 },
  l1: { from: 0, to: 10 },
  l2: { from: 0, to: 10 },
  ridge: { from: 0, to: 1000 },
  rate: { from: 1e-6, to: 10 },
  decay: { from: 0, to: 10 },
  momentum: share,
  beta1: share,
  beta2: share,
  epsilon: { from: 1e-12, to: 1 },
  batch: count(100_000, 0),
  clamp: { from: 0, to: 100 },
  warmUp: count(100_000, 0),
  every: count(100_000),
  factor: { from: 1e-6, to: 1 },
  alpha: share,
  window: count(1000),
  lambda: { from: 0, to: 100 },
  clip: { from: 0, to: 1000 },
  steps: count(100_000),
  goal: { from: 0, to: 1 },
  hold: count(10_000, 0),
  look: count(1000, 0),
  seed: count(4_294_967_295, 0),
} as const satisfies { readonly [Name in Knob]?: Range };
export type RangeName = keyof typeof ranges;

export const isChoice = (name: Knob): name is ChoiceName => name in choices;
export const isNumber = (name: Knob): name is RangeName => name in ranges;

/** The number that a text is, if the knob may be set to it. */
export function numberIn(name: RangeName, text: string): number | undefined {
  const { from, to, whole }: Range = ranges[name];
  const value = Number(text);
  const usable = text !== "" && value >= from && value <= to && (!whole || Number.isInteger(value));
  return usable ? value : undefined;
}

/** The knobs that are always in sight. */
export const first = ["kind", "width", "rate", "decay", "seed", "steps"] as const;

/** All others, by what they are for. */
export const groups = {
  network: [
    "activation",
    "power",
    "linearPart",
    "squarePart",
    "layers",
    "weights",
    "embedding",
    "combine",
    "blocks",
    "dimension",
    "heads",
    "hidden",
    "layerNorm",
    "bias",
    "batchNorm",
  ],
  beginning: ["init", "top", "scale"],
  loss: ["loss", "labelScale", "ridge", "l1", "l2"],
  optimiser: [
    "optimiser",
    "momentum",
    "nesterov",
    "polar",
    "beta1",
    "beta2",
    "epsilon",
    "batch",
    "clamp",
  ],
  schedule: ["schedule", "every", "at", "factor", "warmUp"],
  gradients: ["grokfast", "alpha", "window", "lambda", "orthogonal", "clip"],
  data: ["stratify", "transposes", "holdOut", "place"],
  measuring: ["goal", "hold", "look"],
} as const satisfies Readonly<Record<string, readonly Knob[]>>;
export type GroupName = keyof typeof groups;
export const groupNames = Object.keys(groups) as GroupName[];

type Condition = (settings: Settings) => boolean;

const isMlp: Condition = ({ kind }) => kind === "mlp";
const isTransformer: Condition = ({ kind }) => kind === "transformer";
const hasMomentum: Condition = ({ optimiser }) => optimiser === "sgd" || optimiser === "muon";
/** Whether steps are measured by averages of past gradients and of their squares. */
export const hasMoments: Condition = ({ optimiser }) =>
  optimiser === "adam" || optimiser === "adamw" || optimiser === "muon";

const conditions: { readonly [Name in Knob]?: Condition } = {
  place: ({ holdOut }) => holdOut !== "",
  power: ({ activation }) => activation === "power",
  linearPart: ({ activation }) => activation === "mixed",
  squarePart: ({ activation }) => activation === "mixed",
  width: isMlp,
  layers: isMlp,
  weights: isMlp,
  embedding: isMlp,
  combine: isMlp,
  batchNorm: isMlp,
  blocks: isTransformer,
  dimension: isTransformer,
  heads: isTransformer,
  hidden: isTransformer,
  layerNorm: isTransformer,
  labelScale: ({ loss }) => loss === "mse",
  momentum: hasMomentum,
  nesterov: hasMomentum,
  beta1: hasMoments,
  beta2: hasMoments,
  epsilon: hasMoments,
  polar: ({ optimiser }) => optimiser === "muon",
  every: ({ schedule }) => schedule === "step",
  at: ({ schedule }) => schedule === "multistep",
  factor: ({ schedule }) => ["step", "multistep", "exponential"].includes(schedule),
  alpha: ({ grokfast }) => grokfast === "ema",
  window: ({ grokfast }) => grokfast === "ma",
  lambda: ({ grokfast }) => grokfast !== "none",
  hold: ({ goal }) => goal > 0,
};

/** Whether a knob does anything, given the others. */
export const applies = (name: Knob, settings: Settings): boolean =>
  conditions[name]?.(settings) ?? true;

/** What a choice brings along, because what suits another does not suit it. */
const companions: {
  readonly [Name in ChoiceName]?: { readonly [Choice in Settings[Name]]?: Partial<Settings> };
} = {
  kind: {
    mlp: {
      activation: "quadratic",
      bias: false,
      loss: "mse",
      optimiser: "adam",
      rate: 3e-3,
      decay: 2e-4,
      beta2: 0.999,
    },
    transformer: {
      activation: "relu",
      bias: true,
      loss: "cross-entropy",
      optimiser: "adamw",
      rate: 3e-3,
      decay: 1,
      beta2: 0.98,
    },
  },
  optimiser: {
    adam: { rate: 3e-3, decay: 2e-4 },
    adamw: { rate: 3e-3, decay: 1 },
    muon: { rate: 1e-2, decay: 1e-2, momentum: 0.95, nesterov: true },
    sgd: { rate: 0.5, decay: 2e-4, momentum: 0.9, nesterov: false },
  },
  schedule: {
    step: { factor: 0.5 },
    multistep: { factor: 0.5 },
    exponential: { factor: 0.999 },
  },
  grokfast: { ema: { lambda: 2 }, ma: { lambda: 5 } },
};

/** The settings with what the choice just made brings along. */
export function accompanied(settings: Settings, changed: string): Settings {
  const brought = (companions as Record<string, Record<string, Partial<Settings>>>)[changed];
  return { ...settings, ...brought?.[String(settings[changed as Knob])] };
}
