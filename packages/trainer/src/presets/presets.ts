import { type Citation, InputError, seen } from "@grokscape/group-datasets";
import { grokfast, gromov, nanda, power, prieto, tian } from "@grokscape/group-datasets/works";
import type { RunConfigInput } from "../config/config.ts";

/** A run that is known to grok, as a paper describes it or the theory chooses it. */
export interface Preset {
  readonly name: string;
  /** In English and in Chinese. */
  readonly title: Readonly<Record<"en" | "zh-cn", string>>;
  /** The work that the setting is from, or what made it. */
  readonly source: Citation | string;
  readonly config: RunConfigInput;
  /** Where the run differs from its source. */
  readonly differs?: string;
}

const adamW = { kind: "adamw", learningRate: 1e-3, beta1: 0.9, beta2: 0.98 } as const;

/** All presets, oldest source first. */
export const presets: readonly Preset[] = [
  {
    name: "power-2022",
    title: {
      en: "Division modulo 97 by a transformer of two layers",
      "zh-cn": "两层 Transformer 学模 97 除法",
    },
    source: power,
    config: {
      task: "power:divide-mod-97",
      split: { fraction: 0.5 },
      model: { kind: "transformer", layers: 2, layerNorm: "post", bias: false },
      loss: "cross-entropy",
      optimiser: { ...adamW, weightDecay: 1 },
      schedule: { kind: "constant", warmUp: 10 },
      batchSize: 512,
      steps: 20_000,
      evaluateEvery: 50,
    },
    differs: "The sequence does not name the operation, and positions are learned.",
  },
  {
    name: "nanda-2023",
    title: {
      en: "Addition modulo 113 by a transformer of one layer",
      "zh-cn": "一层 Transformer 学模 113 加法",
    },
    source: nanda,
    config: {
      task: "cyclic:113",
      split: { fraction: 0.3 },
      model: { kind: "transformer" },
      loss: "cross-entropy",
      optimiser: { ...adamW, weightDecay: 1 },
      schedule: { kind: "constant", warmUp: 10 },
      steps: 40_000,
      evaluateEvery: 100,
    },
  },
  {
    name: "gromov-2023",
    title: {
      en: "Addition modulo 97 by two quadratic layers, without weight decay",
      "zh-cn": "两层 x² 网络学模 97 加法，无权重衰减",
    },
    source: gromov,
    config: {
      task: "cyclic:97",
      split: { fraction: 0.5 },
      model: { kind: "mlp", width: 500 },
      optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 0 },
      steps: 5000,
      evaluateEvery: 10,
    },
    differs: "Adam in place of plain gradient descent, in our scale of the weights.",
  },
  {
    name: "grokfast",
    title: {
      en: "Multiplication modulo 97 by a transformer, its slow gradients amplified",
      "zh-cn": "Transformer 学模 97 乘法，放大慢变的梯度",
    },
    source: grokfast,
    config: {
      task: "expression:97,x*y",
      split: { fraction: 0.5 },
      model: { kind: "transformer", layers: 2, layerNorm: "pre" },
      loss: "cross-entropy",
      optimiser: { kind: "adam", learningRate: 1e-3, beta1: 0.9, beta2: 0.98, weightDecay: 5e-3 },
      schedule: { kind: "constant", warmUp: 10 },
      gradientFilters: [{ kind: "grokfast-ema", alpha: 0.98, lambda: 2 }],
      batchSize: 512,
      steps: 20_000,
      evaluateEvery: 50,
    },
  },
  {
    name: "prieto-stablemax",
    title: {
      en: "Addition modulo 113 with StableMax and ⊥Grad, without weight decay",
      "zh-cn": "StableMax 与 ⊥Grad 学模 113 加法，无权重衰减",
    },
    source: prieto,
    config: {
      task: "cyclic:113",
      split: { fraction: 0.4 },
      model: { kind: "mlp", width: 200, hiddenLayers: 1, activation: "relu" },
      loss: "stablemax",
      optimiser: { kind: "adamw", learningRate: 0.01, beta2: 0.99, weightDecay: 0 },
      gradientFilters: [{ kind: "orthogonal" }],
      steps: 5000,
      evaluateEvery: 10,
    },
    differs: "AdamW where the paper has both of its cures with SGD; the second layer is residual.",
  },
  {
    name: "tian-fig3",
    title: {
      en: "Addition modulo 71 by two quadratic layers",
      "zh-cn": "两层 x² 网络学模 71 加法",
    },
    source: tian,
    config: {
      task: "cyclic:71",
      split: { count: 2016 },
      model: { kind: "mlp", width: 2048 },
      optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 2e-4 },
      steps: 1000,
      evaluateEvery: 5,
    },
  },
  {
    name: "li2-guided",
    title: {
      en: "Addition modulo 71 in ten steps, by products that fade",
      "zh-cn": "十步学会模 71 加法，靠逐渐淡出的乘积",
    },
    source: "guidedTraining of @grokscape/theory, for the examples of tian-fig3",
    config: {
      task: "cyclic:71",
      split: { count: 2016 },
      model: { kind: "mlp", width: 426, activation: "linear", combine: "product" },
      loss: "mse",
      optimiser: { kind: "adamw", learningRate: 0.1, weightDecay: 2, beta1: 0.6, beta2: 0.99 },
      steps: 100,
      evaluateEvery: 1,
    },
  },
  {
    name: "one-embedding",
    title: {
      en: "Addition modulo 199 from 3.5 % of its pairs, one embedding for both operands",
      "zh-cn": "只看 3.5 % 的算式学会模 199 加法，两个运算数共用一个嵌入",
    },
    source: "guidedTraining of @grokscape/theory, for a table that commutes",
    config: {
      task: "cyclic:199",
      split: { fraction: 0.035 },
      model: {
        kind: "mlp",
        width: 199,
        activation: "linear",
        combine: "product",
        embedding: "shared",
      },
      loss: "mse",
      optimiser: { kind: "adamw", learningRate: 0.1, weightDecay: 6.5, beta1: 0.6, beta2: 0.99 },
      steps: 3000,
      evaluateEvery: 10,
    },
  },
  {
    name: "z499",
    title: {
      en: "Addition modulo 499 from 2 % of its pairs",
      "zh-cn": "只看 2 % 的算式学会模 499 加法",
    },
    source: "guidedTraining of @grokscape/theory, for a large table that commutes",
    config: {
      task: "cyclic:499",
      split: { fraction: 0.02 },
      model: {
        kind: "mlp",
        width: 200,
        activation: "linear",
        combine: "product",
        embedding: "shared",
      },
      loss: "mse",
      optimiser: { kind: "adamw", learningRate: 0.065, weightDecay: 6.2, beta1: 0.6, beta2: 0.9 },
      schedule: { kind: "step", every: 2500, factor: 0.5 },
      steps: 5000,
      evaluateEvery: 250,
      goal: { testAccuracy: 0.99, hold: 0 },
    },
    differs: "The rate halves every 2,500 steps.",
  },
  {
    name: "z997",
    title: {
      en: "Addition modulo 997 from 2 % of its million pairs",
      "zh-cn": "从一百万个算式的 2 % 学会模 997 加法",
    },
    source: "guidedTraining of @grokscape/theory, for a large table that commutes",
    config: {
      task: "cyclic:997",
      split: { fraction: 0.02 },
      model: {
        kind: "mlp",
        width: 200,
        activation: "linear",
        combine: "product",
        embedding: "shared",
      },
      loss: "mse",
      optimiser: { kind: "adamw", learningRate: 0.053, weightDecay: 7.5, beta1: 0.6, beta2: 0.9 },
      steps: 1000,
      evaluateEvery: 100,
      goal: { testAccuracy: 0.99, hold: 0 },
    },
  },
];

/** @throws InputError for a name that is not known */
export function preset(name: string): Preset {
  const found = presets.find((one) => one.name === name);
  if (found) return found;
  const names = presets.map((one) => one.name);
  throw new InputError(`unknown preset ${seen(name)}`, `the presets are ${names.join(", ")}`);
}
