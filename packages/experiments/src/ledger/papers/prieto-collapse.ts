import { prieto } from "@grokscape/group-datasets/works";
import type { Experiment, Variant } from "../../experiment.ts";
import { fails, understands } from "../comparisons.ts";
import { adamW, adamWOfTransformer, names, seeds, transformer } from "./parts.ts";

const losses: readonly Variant[] = (
  ["cross-entropy-float32", "cross-entropy", "stablemax"] as const
).map((loss) => ({ name: loss, changes: { loss } }));
const [single, double, stable] = names(losses);

export const prietoCollapse: Experiment = {
  id: "prieto-collapse",
  title: { en: "Prieto 2025: softmax collapse", "zh-cn": "Prieto 2025：softmax 坍缩" },
  question: {
    en: "Without weight decay: does cross-entropy in float32 stop before the network understands, and does StableMax get there?",
    "zh-cn": "没有权重衰减：float32 交叉熵是否在悟出之前就停住？StableMax 能不能到达？",
  },
  base: { ...transformer, optimiser: adamW(3e-3, 0) },
  variants: [...losses, ...adamWOfTransformer],
  seeds,
  readings: ["collapsed", "test-accuracy"],
  criterion: {
    work: prieto,
    shows: {
      en: "Without regularisation the logits grow until float32 cannot tell the softmax of the right answer from 1: its gradient is exactly zero, and learning stops at memorising; in float64 it goes on for longer. StableMax does not collapse, and networks grok without weight decay.",
      "zh-cn":
        "没有正则化，logit 一路增大，直到 float32 分不清正确答案的 softmax 与 1：它的梯度恰为零，学习便停在记忆上；换成 float64，能走得更远。StableMax 不会坍缩，没有权重衰减也能顿悟。",
    },
    statements: [
      {
        says: {
          en: "By cross-entropy in float32 it does not understand, and the gradient of more than half of the right answers is exactly zero in the end.",
          "zh-cn": "用 float32 交叉熵不能悟出规律，最后过半的正确答案梯度恰为零。",
        },
        holds: [fails(single), { what: "collapsed", of: single, is: "more", than: 0.5 }],
      },
      {
        says: {
          en: "Summed in float64, cross-entropy gets more of what is held out right.",
          "zh-cn": "改用 float64 求和，交叉熵在没看过的样本上答对更多。",
        },
        holds: [{ what: "test-accuracy", of: double, is: "more", than: { of: single } }],
      },
      {
        says: { en: "StableMax understands.", "zh-cn": "StableMax 能悟出规律。" },
        holds: [understands(stable)],
      },
    ],
  },
};
