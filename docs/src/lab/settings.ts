import {
  InputError,
  loadSmallGroups,
  type SplitSpec,
  type Task,
  task as taskById,
  trainCount,
} from "@grokscape/group-datasets";
import type { MlpSpec } from "@grokscape/models";
import type { RunConfigInput } from "@grokscape/trainer";

/** Everything that the laboratory's knobs decide, as one flat record. */
export interface Settings {
  readonly task: string;
  /** Percent of all examples. */
  readonly shown: number;
  readonly width: number;
  readonly activation: "quadratic" | "relu" | "silu" | "relu2" | "linear";
  /** Residual layers after the first. */
  readonly layers: number;
  readonly optimiser: "adam" | "adamw" | "muon" | "sgd";
  readonly rate: number;
  readonly decay: number;
  readonly loss: "mse" | "cross-entropy" | "stablemax";
  /** How the learning rate goes on. */
  readonly schedule: "constant" | "cosine";
  /** η with which the top layer is solved at every step; 0: it is trained. */
  readonly ridge: number;
  /** Examples an update sees; 0: all. */
  readonly batch: number;
  /** What is done to the gradients first. */
  readonly filter: "none" | "grokfast-ema" | "orthogonal";
  /** What multiplies V at the start. */
  readonly top: number;
  /** What multiplies all weights at the start. */
  readonly init: number;
  /** β, what multiplies the output. */
  readonly scale: number;
  readonly steps: number;
  readonly seed: number;
}

/** The first page's run. */
export const defaults: Settings = {
  task: "cyclic:23",
  shown: 60,
  width: 256,
  activation: "quadratic",
  layers: 0,
  optimiser: "adam",
  rate: 3e-3,
  decay: 2e-4,
  loss: "mse",
  schedule: "constant",
  ridge: 0,
  batch: 0,
  filter: "none",
  top: 1,
  init: 1,
  scale: 1,
  steps: 2000,
  seed: 1,
};

/** What a knob may be set to: one of a list, or a number in a range. */
export const choices = {
  activation: ["quadratic", "relu", "silu", "relu2", "linear"],
  optimiser: ["adam", "adamw", "muon", "sgd"],
  loss: ["mse", "cross-entropy", "stablemax"],
  schedule: ["constant", "cosine"],
  filter: ["none", "grokfast-ema", "orthogonal"],
} as const;
export type ChoiceName = keyof typeof choices;

export const ranges = {
  shown: { from: 1, to: 99, whole: false },
  width: { from: 1, to: 8192, whole: true },
  layers: { from: 0, to: 4, whole: true },
  rate: { from: 1e-6, to: 10, whole: false },
  decay: { from: 0, to: 10, whole: false },
  ridge: { from: 0, to: 1000, whole: false },
  batch: { from: 0, to: 100_000, whole: true },
  top: { from: 0, to: 100, whole: false },
  init: { from: 0.001, to: 100, whole: false },
  scale: { from: 0.001, to: 1000, whole: false },
  steps: { from: 1, to: 100_000, whole: true },
  seed: { from: 0, to: 4_294_967_295, whole: true },
} as const;
export type RangeName = keyof typeof ranges;

/** Tables of more symbols do not fit the page's patience. */
const mostExamples = 40_000;

/** @throws InputError if there is no such task, or it is too large for a page */
export async function labTask(id: string): Promise<Task> {
  if (id.startsWith("small:")) await loadSmallGroups();
  const task = taskById(id);
  if (task.size > mostExamples) {
    throw new InputError(
      `${id} has ${task.size.toLocaleString("en")} examples`,
      `a page takes ${mostExamples.toLocaleString("en")} at most; use the command line`,
    );
  }
  return task;
}

/** The run that these settings describe. */
export function configOf(settings: Settings, size: number): RunConfigInput {
  const { task, shown, width, activation, layers, optimiser, rate, decay } = settings;
  return {
    task,
    split: { fraction: shown / 100 },
    model: {
      width,
      activation,
      hiddenLayers: layers,
      topInit: settings.top,
      initScale: settings.init,
      outputScale: settings.scale,
    },
    loss: settings.loss,
    optimiser: { kind: optimiser, learningRate: rate, weightDecay: decay },
    ...(settings.schedule !== "constant" && { schedule: { kind: settings.schedule } }),
    ...(settings.ridge > 0 && { ridge: settings.ridge }),
    ...(settings.batch > 0 && { batchSize: settings.batch }),
    ...(settings.filter !== "none" && { gradientFilters: [{ kind: settings.filter }] }),
    steps: settings.steps,
    // held-out examples cost as much as a step: fewer looks where there are many
    evaluateEvery: Math.min(10, Math.max(1, Math.round((width * size) / 3e6))),
    goal: { testAccuracy: 0.99, hold: 50 },
    seed: settings.seed,
  };
}

/** The settings of a config whose parts all have a knob here. */
export function settingsOf(config: RunConfigInput): Settings {
  const { task: id, split = {}, optimiser, loss, steps, seed } = config;
  const model = config.model as Partial<MlpSpec> | undefined;
  const task = taskById(id);
  return {
    ...defaults,
    task: id,
    shown: shownOf(task, split),
    ...defined({
      width: model?.width,
      activation: model?.activation as Settings["activation"],
      layers: model?.hiddenLayers,
      top: model?.topInit,
      init: model?.initScale,
      scale: model?.outputScale,
      optimiser: optimiser?.kind as Settings["optimiser"],
      rate: optimiser?.learningRate,
      decay: optimiser?.weightDecay,
      loss: loss as Settings["loss"],
      schedule: config.schedule?.kind as Settings["schedule"] | undefined,
      ridge: config.ridge ?? undefined,
      batch: config.batchSize ?? undefined,
      filter: config.gradientFilters?.[0]?.kind as Settings["filter"] | undefined,
      steps,
      seed,
    }),
  };
}

/** In percent: what was asked for, or the least hundredth of a percent that shows as many examples. */
const shownOf = (task: Task, split: SplitSpec): number =>
  split.fraction === undefined
    ? Math.ceil((1e4 * trainCount(task, split)) / task.size) / 100
    : Number((100 * split.fraction).toPrecision(12));

function defined(changes: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
