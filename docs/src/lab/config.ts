import type { SplitSpec } from "@grokscape/group-datasets";
import type { Activation, ModelSpec } from "@grokscape/models";
import type { GradientFilter, OptimiserSpec, RunConfig, ScheduleSpec } from "@grokscape/trainer";
import type { Settings } from "./settings.ts";

/** The run that these settings describe, on a task of so many examples. */
export function configOf(settings: Settings, size: number): RunConfig {
  const { task, loss, labelScale, l1, l2, batch, clamp, ridge, steps, goal, hold, seed } = settings;
  return {
    task,
    split: splitOf(settings),
    model: modelOf(settings),
    loss,
    penalty: { l1, l2 },
    labelScale,
    optimiser: optimiserOf(settings),
    schedule: scheduleOf(settings),
    batchSize: batch || null,
    gradientFilters: filtersOf(settings),
    normClamp: clamp || null,
    ridge: ridge || null,
    steps,
    evaluateEvery: settings.look || suitableLook(settings, size),
    goal: goal > 0 ? { testAccuracy: goal, hold } : null,
    seed,
  };
}

/** Held-out examples cost as much as a step: fewer looks where there are many. */
function suitableLook({ kind, width, batch }: Settings, size: number): number {
  if (kind === "transformer") return batch > 0 ? 10 : 5;
  return Math.min(10, Math.max(1, Math.round((width * size) / 3e6)));
}

const splitOf = ({ shown, stratify, transposes, holdOut, place }: Settings): SplitSpec => ({
  fraction: shown / 100,
  ...(stratify && { stratify }),
  ...(transposes && { keepTransposesTogether: true }),
  ...(holdOut && {
    holdOut: { symbols: numbersIn(holdOut), ...(place > 0 && { operand: place - 1 }) },
  }),
});

function modelOf(settings: Settings): ModelSpec {
  const { bias, scale: outputScale, init: initScale, top: topInit } = settings;
  const common = { activation: activationOf(settings), bias, outputScale, initScale, topInit };
  if (settings.kind === "transformer") {
    const { blocks: layers, dimension: width, heads, hidden: mlpWidth, layerNorm } = settings;
    return { kind: "transformer", layers, width, heads, mlpWidth, layerNorm, ...common };
  }
  const { width, layers: hiddenLayers, weights, embedding, combine, batchNorm } = settings;
  return { kind: "mlp", width, hiddenLayers, weights, embedding, combine, batchNorm, ...common };
}

function activationOf({ activation, power, linearPart, squarePart }: Settings): Activation {
  if (activation === "power") return `power:${power}`;
  return activation === "mixed" ? `mixed:${linearPart},${squarePart}` : activation;
}

function optimiserOf(settings: Settings): OptimiserSpec {
  const { optimiser: kind, rate, decay, momentum, nesterov, polar } = settings;
  const { beta1, beta2, epsilon } = settings;
  const rates = { learningRate: rate, weightDecay: decay };
  switch (kind) {
    case "sgd":
      return { kind, ...rates, momentum, nesterov };
    case "muon":
      return { kind, ...rates, momentum, nesterov, polar, beta1, beta2, epsilon };
    case "adam":
    case "adamw":
      return { kind, ...rates, beta1, beta2, epsilon };
  }
}

function scheduleOf({ schedule: kind, warmUp, every, at, factor }: Settings): ScheduleSpec {
  switch (kind) {
    case "step":
      return { kind, every, factor, warmUp };
    case "multistep":
      return { kind, at: numbersIn(at), factor, warmUp };
    case "exponential":
      return { kind, factor, warmUp };
    default:
      return { kind, warmUp };
  }
}

function filtersOf(settings: Settings): GradientFilter[] {
  const { grokfast, alpha, window, lambda, orthogonal, clip } = settings;
  return [
    ...(grokfast === "ema" ? [{ kind: "grokfast-ema", alpha, lambda } as const] : []),
    ...(grokfast === "ma" ? [{ kind: "grokfast-ma", window, lambda } as const] : []),
    ...(orthogonal ? [{ kind: "orthogonal" } as const] : []),
    ...(clip > 0 ? [{ kind: "clip", norm: clip } as const] : []),
  ];
}

/** "3, 5" → 3 and 5; NaN for what is no number. */
const numbersIn = (text: string): number[] => text.split(/[,，\s]+/).map(Number);
