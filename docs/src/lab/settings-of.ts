import { type SplitSpec, type Task, task as taskById, trainCount } from "@grokscape/group-datasets";
import { parseActivation } from "@grokscape/models";
import {
  type GradientFilter,
  type RunConfig,
  type RunConfigInput,
  runConfig,
} from "@grokscape/trainer";
import { defaults, type Settings } from "./settings.ts";

/** The settings of a config; what filters it has must be in the order that the laboratory has them. */
export function settingsOf(input: RunConfigInput): Settings {
  const config = runConfig(input);
  const { task, loss, labelScale, penalty, steps, goal, seed } = config;
  return {
    ...defaults,
    task,
    ...ofSplit(config),
    ...ofModel(config),
    loss,
    labelScale,
    ...penalty,
    ridge: config.ridge ?? 0,
    ...ofOptimiser(config),
    batch: config.batchSize ?? 0,
    clamp: config.normClamp ?? 0,
    ...ofSchedule(config),
    ...ofFilters(config.gradientFilters),
    steps,
    goal: goal?.testAccuracy ?? 0,
    hold: goal?.hold ?? defaults.hold,
    look: config.evaluateEvery,
    seed,
  };
}

function ofSplit({ task, split }: RunConfig): Partial<Settings> {
  const { stratify = false, keepTransposesTogether: transposes = false, holdOut } = split;
  return {
    shown: shownOf(taskById(task), split),
    stratify,
    transposes,
    holdOut: holdOut?.symbols.join(",") ?? "",
    place: holdOut?.operand === undefined ? 0 : holdOut.operand + 1,
  };
}

/** In percent: what was asked for, or the least hundredth of a percent that shows as many examples. */
const shownOf = (task: Task, split: SplitSpec): number =>
  split.fraction === undefined
    ? Math.ceil((1e4 * trainCount(task, split)) / task.size) / 100
    : Number((100 * split.fraction).toPrecision(12));

function ofModel({ model }: RunConfig): Partial<Settings> {
  const { kind, bias, outputScale: scale, initScale: init, topInit: top } = model;
  const common = { kind, bias, scale, init, top, ...ofActivation(model.activation) };
  if (model.kind === "transformer") {
    const { layers: blocks, width: dimension, heads, mlpWidth: hidden, layerNorm } = model;
    return { ...common, blocks, dimension, heads, hidden, layerNorm };
  }
  const { width, hiddenLayers: layers, weights, embedding, combine, batchNorm } = model;
  return { ...common, width, layers, weights, embedding, combine, batchNorm };
}

function ofActivation(text: RunConfig["model"]["activation"]): Partial<Settings> {
  const { kind: activation, numbers } = parseActivation(text);
  const [first, second] = numbers as [number, number];
  if (activation === "power") return { activation, power: first };
  if (activation === "mixed") return { activation, linearPart: first, squarePart: second };
  return { activation };
}

function ofOptimiser({ optimiser }: RunConfig): Partial<Settings> {
  const { kind, learningRate: rate, weightDecay: decay, ...further } = optimiser;
  return { optimiser: kind, rate, decay, ...further };
}

function ofSchedule({ schedule }: RunConfig): Partial<Settings> {
  const { kind, warmUp, ...further } = schedule;
  if (!("at" in further)) return { schedule: kind, warmUp, ...further };
  return { schedule: kind, warmUp, factor: further.factor, at: further.at.join(",") };
}

const ofFilters = (filters: readonly GradientFilter[]): Partial<Settings> =>
  Object.assign({}, ...filters.map(ofFilter));

function ofFilter(filter: GradientFilter): Partial<Settings> {
  switch (filter.kind) {
    case "grokfast-ema":
      return { grokfast: "ema", alpha: filter.alpha, lambda: filter.lambda };
    case "grokfast-ma":
      return { grokfast: "ma", window: filter.window, lambda: filter.lambda };
    case "orthogonal":
      return { orthogonal: true };
    case "clip":
      return { clip: filter.norm };
  }
}
