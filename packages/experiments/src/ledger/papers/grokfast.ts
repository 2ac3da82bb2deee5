import { grokfast } from "@grokscape/group-datasets/works";
import { preset, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../../experiment.ts";
import { sooner, untilUnderstood } from "../comparisons.ts";
import { adamWOfTransformer, fewer, names, transformer } from "./parts.ts";

const withPreset = (name: string): RunConfigInput => ({
  ...preset(name).config,
  ...untilUnderstood,
});

const adamRates = (name: string, changes: Variant["changes"]): Variant[] =>
  [1e-3, 3e-3].map((learningRate) => ({
    name: `${name}, lr = ${learningRate}`,
    changes: {
      ...changes,
      optimiser: { kind: "adam", learningRate, beta2: 0.98, weightDecay: 1e-3 },
    },
  }));
const plainAdam = adamRates("Adam", {});
const amplified = adamRates("Grokfast", {
  gradientFilters: [{ kind: "grokfast-ema", alpha: 0.98, lambda: 2 }],
});
export const grokfastAdamW: Experiment = {
  id: "grokfast-adamw",
  title: { en: "Grokfast: slow gradients amplified", "zh-cn": "Grokfast：放大慢变的梯度" },
  question: {
    en: "Does a small transformer understand sooner where its slow gradients are amplified, and sooner than by a tuned AdamW?",
    "zh-cn": "放大慢变的梯度，小 Transformer 是否更早悟出规律？比调好的 AdamW 还早吗？",
  },
  base: transformer,
  variants: [...plainAdam, ...amplified, ...adamWOfTransformer],
  seeds: fewer,
  criterion: {
    work: grokfast,
    shows: {
      en: "Where the slow part of the gradient is amplified, a transformer generalises in up to 50 times fewer steps.",
      "zh-cn": "放大梯度中慢变的部分，Transformer 泛化所需的步数最多减少到五十分之一。",
    },
    statements: [
      {
        says: {
          en: "Amplified it understands sooner than the same Adam without, at each one’s better learning rate.",
          "zh-cn": "各取较好的学习率，放大后比同样的 Adam 更早悟出规律。",
        },
        holds: [sooner(names(amplified), names(plainAdam))],
      },
      {
        says: { en: "Ten times sooner.", "zh-cn": "早十倍。" },
        holds: [
          {
            what: "generalisedAt",
            of: names(plainAdam),
            is: "more",
            than: { of: names(amplified), times: 10 },
          },
        ],
      },
      {
        says: {
          en: "It is sooner, too, than AdamW at the best of three decays.",
          "zh-cn": "也早于取三种衰减中最好的 AdamW。",
        },
        holds: [sooner(names(amplified), names(adamWOfTransformer))],
      },
    ],
    full: {
      base: withPreset("grokfast"),
      variants: [...plainAdam, ...amplified, ...adamWOfTransformer],
      seeds: fewer,
    },
  },
};
