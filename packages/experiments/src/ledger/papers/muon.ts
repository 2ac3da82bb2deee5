import { muonGrokking } from "@grokscape/group-datasets/works";
import type { Experiment, Variant } from "../../experiment.ts";
import { sooner, untilUnderstood } from "../comparisons.ts";
import { adamW, names, seeds } from "./parts.ts";

const muonTables = ["cyclic:31", "dihedral:12"];
const ofMuon = (task: string): Variant[] => [
  ...[0.01, 0.03, 0.1].flatMap((learningRate) =>
    [1, 3].map((decay) => ({
      name: `${task}, AdamW, lr = ${learningRate}, η = ${decay}`,
      changes: { task, optimiser: adamW(learningRate, decay, 0.999) },
    })),
  ),
  ...[0.02, 0.05, 0.1, 0.2].map((learningRate) => ({
    name: `${task}, Muon, lr = ${learningRate}`,
    changes: { task, optimiser: { kind: "muon" as const, learningRate, weightDecay: 0.01 } },
  })),
];
const those = (task: string, optimiser: string) =>
  names(ofMuon(task)).filter((name) => name.includes(`, ${optimiser},`));

export const muonAdamW: Experiment = {
  id: "muon-adamw",
  title: { en: "Muon and a tuned AdamW", "zh-cn": "Muon 与调好的 AdamW" },
  question: {
    en: "Two quadratic layers, not the paper’s transformers: does Muon understand sooner than AdamW, each at its best of several settings?",
    "zh-cn":
      "两层 x² 网络，而非论文的 Transformer：各取几种设置中最好的，Muon 是否比 AdamW 更早悟出规律？",
  },
  base: {
    task: muonTables[0],
    split: { fraction: 0.6 },
    model: { width: 128 },
    steps: 1000,
    evaluateEvery: 1,
    ...untilUnderstood,
  },
  variants: muonTables.flatMap(ofMuon),
  seeds,
  criterion: {
    work: muonGrokking,
    shows: {
      en: "Transformers on tasks of modular arithmetic grok at a mean epoch of 103 with Muon, of 153 with AdamW.",
      "zh-cn": "Transformer 学模算术，用 Muon 平均在第 103 轮顿悟，用 AdamW 平均在第 153 轮。",
    },
    statements: muonTables.map((task) => ({
      says: {
        en: `${task}: the best of four learning rates of Muon is sooner than the best of six settings of AdamW.`,
        "zh-cn": `${task}：Muon 四种学习率中最好的，早于 AdamW 六种设置中最好的。`,
      },
      holds: [sooner(those(task, "Muon"), those(task, "AdamW"))],
    })),
  },
};
