import { tian } from "@grokscape/group-datasets/works";
import { preset, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../../experiment.ts";
import { fails, understands } from "../comparisons.ts";
import { seeds } from "./parts.ts";

const withDecay = "η = 0.0002";
const settings: RunConfigInput = { ...preset("tian-fig3").config };
const decays = ({ optimiser }: RunConfigInput): Variant[] => [
  { name: withDecay, changes: {} },
  { name: "η = 0", changes: { optimiser: { ...optimiser, weightDecay: 0 } } },
];

export const figure3: Experiment = {
  id: "fig3",
  title: { en: "Figure 3: grokking in three stages", "zh-cn": "图 3：顿悟的三个阶段" },
  question: {
    en: "Does weight decay make the difference, does the last layer move before the first, and do the nodes learn independently?",
    "zh-cn": "有没有权重衰减，结局是否不同？末层是否先于第一层移动？各节点是否独立地学习？",
  },
  base: {
    ...settings,
    task: "cyclic:31",
    split: { fraction: 0.4 },
    model: { width: 512 },
    steps: 2000,
  },
  variants: decays(settings),
  seeds: seeds(5),
  readings: ["half-turned-V", "half-turned-W", "gradient-bump", "node-gram", "sample-gram"],
  curves: true,
  criterion: {
    work: tian,
    shows: {
      en: "Addition modulo 71, 40 % of the table: with weight decay the network memorises first and understands much later; without it, never. |G_F| has a bump, V moves first and W after it, and the products of the features stay diagonal up to about 8 %.",
      "zh-cn":
        "模 71 加法，给看 40%：有权重衰减，网络先记住，很久以后才悟出规律；没有权重衰减，则始终没有。|G_F| 有一处隆起，V 先动，W 后动，特征的内积矩阵偏离对角线不超过约 8%。",
    },
    statements: [
      {
        says: {
          en: "With weight decay it understands, at three times the step of memorising or later.",
          "zh-cn": "有权重衰减，能悟出规律，而且步数至少是记住时的三倍。",
        },
        holds: [
          understands(withDecay),
          {
            what: "generalisedAt",
            of: withDecay,
            is: "more",
            than: { what: "memorisedAt", times: 3 },
          },
        ],
      },
      {
        says: { en: "Without weight decay it does not.", "zh-cn": "没有权重衰减，则不能。" },
        holds: [fails("η = 0")],
      },
      {
        says: {
          en: "|G_F| has a bump: at least twice what it is before and after.",
          "zh-cn": "|G_F| 有一处隆起：至少是前后的两倍。",
        },
        holds: [{ what: "gradient-bump", of: withDecay, is: "more", than: 2 }],
      },
      {
        says: { en: "V turns before W does.", "zh-cn": "V 先于 W 转动。" },
        holds: [
          {
            what: "half-turned-V",
            of: withDecay,
            is: "less",
            than: { what: "half-turned-W" },
          },
        ],
      },
      {
        says: {
          en: "Once memorised, F̃ᵀF̃ and P₁⊥FFᵀP₁⊥ are diagonal up to 8 %.",
          "zh-cn": "刚记住时，F̃ᵀF̃ 与 P₁⊥FFᵀP₁⊥ 偏离对角线不超过 8%。",
        },
        holds: [
          { what: "node-gram", of: withDecay, is: "less", than: 0.08 },
          { what: "sample-gram", of: withDecay, is: "less", than: 0.08 },
        ],
      },
    ],
    full: { base: settings, variants: decays(settings), seeds: seeds(15) },
  },
};
