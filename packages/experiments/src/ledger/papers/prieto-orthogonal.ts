import { prieto } from "@grokscape/group-datasets/works";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Experiment } from "../../experiment.ts";
import { fails, sooner, understands, untilUnderstood } from "../comparisons.ts";
import { adamW, names, seeds, tuned } from "./parts.ts";

/** Nodes of ReLU that cross-entropy trains, by AdamW. */
const relu: RunConfigInput = {
  task: "cyclic:31",
  split: { fraction: 0.8 },
  model: { kind: "mlp", width: 100, hiddenLayers: 1, activation: "relu" },
  loss: "cross-entropy",
  optimiser: adamW(0.01, 0, 0.99),
  steps: 1500,
  evaluateEvery: 10,
  ...untilUnderstood,
};
const orthogonal = "⊥AdamW, η = 0";
const plain = "AdamW, η = 0";
const adamWOfRelu = tuned(0.01, [0.3, 1, 3], 0.99);

export const prietoOrthogonal: Experiment = {
  id: "prieto-orthogonal",
  title: { en: "Prieto 2025: ⊥Grad, no wait", "zh-cn": "Prieto 2025：⊥Grad，不用等" },
  question: {
    en: "Without weight decay: does a network of ReLU understand at once where the gradient’s part along the weights is left out?",
    "zh-cn": "没有权重衰减：去掉梯度沿权重方向的部分，ReLU 网络是否立刻悟出规律？",
  },
  base: relu,
  variants: [
    { name: plain, changes: {} },
    { name: orthogonal, changes: { gradientFilters: [{ kind: "orthogonal" }] } },
    ...adamWOfRelu,
  ],
  seeds,
  criterion: {
    work: prieto,
    shows: {
      en: "Along the weights the gradient only makes logits larger. Without that part a network generalises without weight decay, and with hardly a wait after memorising.",
      "zh-cn":
        "梯度沿权重方向的部分只会放大 logit。去掉它，没有权重衰减也能泛化，而且记住之后几乎不用等。",
    },
    statements: [
      {
        says: {
          en: "Without weight decay AdamW does not understand, and ⊥AdamW does.",
          "zh-cn": "没有权重衰减，AdamW 不能悟出规律，⊥AdamW 能。",
        },
        holds: [fails(plain), understands(orthogonal)],
      },
      {
        says: {
          en: "It does within three times the step of memorising.",
          "zh-cn": "悟出的步数不到记住时的三倍。",
        },
        holds: [
          {
            what: "generalisedAt",
            of: orthogonal,
            is: "less",
            than: { what: "memorisedAt", times: 3 },
          },
        ],
      },
      {
        says: {
          en: "It is sooner than AdamW at the best of three decays.",
          "zh-cn": "早于取三种衰减中最好的 AdamW。",
        },
        holds: [sooner(orthogonal, names(adamWOfRelu))],
      },
    ],
  },
};
