import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { untilUnderstood } from "../comparisons.ts";
import { adam, seeds } from "./parts.ts";
import { startsOf, withV, zeroIsSooner } from "./starts.ts";

const residual = { activation: "relu", hiddenLayers: 1 } as const;

export const figure17: Experiment = {
  id: "fig17",
  title: { en: "Figure 17: one layer more", "zh-cn": "图 17：再加一层" },
  question: {
    en: "With one residual layer more, does V(0) = 0 make it understand ten times sooner?",
    "zh-cn": "再加一层残差层，V(0) = 0 是否让它早十倍悟出规律？",
  },
  base: {
    task: "cyclic:23",
    optimiser: adam(3e-3, 1e-4),
    steps: 3000,
    evaluateEvery: 10,
    ...untilUnderstood,
  },
  variants: startsOf(128, [0.6, 0.8], residual),
  seeds: seeds(3),
  criterion: {
    work: tian,
    shows: {
      en: "ReLU and one residual hidden layer more: from V(0) = 0 it is often ten times faster.",
      "zh-cn": "ReLU，再加一层残差隐藏层：从 V(0) = 0 开始，往往快十倍。",
    },
    statements: [
      zeroIsSooner([0.3, 0.4, 0.6, 0.8]),
      {
        says: {
          en: "Where fewer pairs are shown, ten times sooner.",
          "zh-cn": "给看得较少时，早十倍。",
        },
        holds: [0.6].map((share) => ({
          what: "generalisedAt",
          of: withV(share, 1),
          is: "more",
          than: { of: withV(share, 0), times: 10 },
        })),
      },
    ],
    full: {
      base: {
        task: "cyclic:71",
        optimiser: adam(1e-3, 1e-4),
        steps: 10_000,
        evaluateEvery: 10,
        ...untilUnderstood,
      },
      variants: startsOf(2048, [0.3, 0.4, 0.6], residual),
      seeds: seeds(5),
    },
  },
};
