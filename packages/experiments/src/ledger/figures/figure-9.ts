import { tian } from "@grokscape/group-datasets/works";
import type { Experiment, Variant } from "../../experiment.ts";
import { sooner, untilUnderstood } from "../comparisons.ts";
import { adam, seeds } from "./parts.ts";

const deep = (width: number, layers: number): Variant => ({
  name: `L = ${layers}`,
  changes: { model: { width, activation: "relu", hiddenLayers: layers - 2 } },
});

export const figure9: Experiment = {
  id: "fig9",
  title: { en: "Figure 9: deeper networks", "zh-cn": "图 9：更深的网络" },
  question: {
    en: "Does a deeper network of ReLU understand later, and is its lowest layer still made of waves?",
    "zh-cn": "ReLU 网络越深，是否越晚悟出规律？最底层是否仍是波？",
  },
  base: {
    task: "cyclic:23",
    split: { fraction: 0.8 },
    optimiser: adam(3e-3, 1e-4),
    steps: 3000,
    evaluateEvery: 10,
    ...untilUnderstood,
  },
  variants: [2, 3, 4].map((layers) => deep(128, layers)),
  seeds: seeds(3),
  readings: ["generalising-weight"],
  criterion: {
    work: tian,
    shows: {
      en: "Networks of ReLU with 2, 3 and 4 layers of weights: the lowest layer still learns Fourier features, distorted; the delay grows with depth.",
      "zh-cn":
        "2、3、4 层权重的 ReLU 网络：最底层学到的仍是傅里叶特征，只是有些变形；层数越多，悟出越晚。",
    },
    statements: [
      {
        says: { en: "The deeper, the later.", "zh-cn": "越深越晚。" },
        holds: [sooner("L = 2", "L = 3"), sooner("L = 3", "L = 4")],
      },
      {
        says: {
          en: "In the lowest layer more than half of ‖W‖² is in nodes of one frequency.",
          "zh-cn": "最底层的 ‖W‖² 过半在单一频率的节点里。",
        },
        holds: [2, 3, 4].map((layers) => ({
          what: "generalising-weight",
          of: `L = ${layers}`,
          is: "more",
          than: 0.5,
        })),
      },
    ],
    full: {
      base: {
        task: "cyclic:71",
        split: { fraction: 0.4 },
        optimiser: adam(1e-3, 1e-4),
        steps: 5000,
        evaluateEvery: 10,
        ...untilUnderstood,
      },
      variants: [2, 3, 4].map((layers) => deep(1024, layers)),
      seeds: seeds(5),
    },
  },
};
