import { gromov } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import type { Comparison } from "../../statement.ts";
import { sooner, understands, untilUnderstood } from "../comparisons.ts";
import { names, seeds, tuned } from "./parts.ts";

const gradientDescent = "SGD, η = 0";
const adamAlone = "Adam, η = 0";
const adamWOfSquares = tuned(3e-3, [0.3, 1, 3], 0.999);

export const gromovFeatures: Experiment = {
  id: "gromov-features",
  title: { en: "Gromov 2023: without weight decay", "zh-cn": "Gromov 2023：没有权重衰减" },
  question: {
    en: "Does a network of two quadratic layers understand addition by plain gradient descent, without weight decay, and are its features waves?",
    "zh-cn": "两层 x² 网络只用朴素的梯度下降、不加权重衰减，能否悟出加法？特征是否是波？",
  },
  base: {
    task: "cyclic:41",
    split: { fraction: 0.8 },
    model: { width: 256 },
    steps: 3000,
    evaluateEvery: 10,
    ...untilUnderstood,
  },
  variants: [
    {
      name: gradientDescent,
      changes: { optimiser: { kind: "sgd", learningRate: 1, momentum: 0, weightDecay: 0 } },
    },
    {
      name: adamAlone,
      changes: { optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 0 } },
    },
    ...adamWOfSquares,
  ],
  seeds,
  readings: ["generalising-weight"],
  criterion: {
    work: gromov,
    shows: {
      en: "Two layers with x² and squared error grok addition modulo 97 by full-batch gradient descent without any regularisation; the hidden nodes become waves. Weight decay is not needed, but makes it sooner.",
      "zh-cn":
        "两层 x² 网络用平方误差，只靠全批量梯度下降、不加任何正则化，便能顿悟模 97 加法；隐藏节点变成波。权重衰减并非必需，但能让顿悟提早。",
    },
    statements: [
      {
        says: {
          en: "Without weight decay it understands, by gradient descent and by Adam, later than it memorises.",
          "zh-cn": "不加权重衰减，无论梯度下降还是 Adam，都能悟出规律，且晚于记住。",
        },
        holds: [gradientDescent, adamAlone].flatMap((of): Comparison[] => [
          understands(of),
          { what: "generalisedAt", of, is: "more", than: { what: "memorisedAt" } },
        ]),
      },
      {
        says: {
          en: "More than 90 % of ‖W‖² is in nodes of one frequency.",
          "zh-cn": "‖W‖² 的九成以上在单一频率的节点里。",
        },
        holds: [gradientDescent, adamAlone].map((of) => ({
          what: "generalising-weight",
          of,
          is: "more",
          than: 0.9,
        })),
      },
      {
        says: {
          en: "AdamW at the best of three decays is sooner than Adam without.",
          "zh-cn": "AdamW 取三种衰减中最好的，比不加衰减的 Adam 更早。",
        },
        holds: [sooner(names(adamWOfSquares), adamAlone)],
      },
    ],
  },
};
