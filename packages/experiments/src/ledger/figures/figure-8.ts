import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { adam, seeds } from "./parts.ts";

const muon = (learningRate: number) => ({ kind: "muon", learningRate, weightDecay: 1e-2 }) as const;
const adamRates = [3e-3, 1e-2, 3e-2].map((lr) => ({
  name: `Adam, lr = ${lr}`,
  changes: { optimiser: adam(lr, 2e-4) },
}));
const muonRates = [1e-2, 2e-2, 5e-2].map((lr) => ({
  name: `Muon, lr = ${lr}`,
  changes: { optimiser: muon(lr) },
}));

export const figure8: Experiment = {
  id: "fig8",
  title: { en: "Figure 8: Muon where nodes are few", "zh-cn": "图 8：节点不多时的 Muon" },
  question: {
    en: "With hardly more nodes than symbols, does Muon reach a lower test loss than Adam, each at the best of three learning rates?",
    "zh-cn": "节点不比符号多多少时，Muon 的测试损失是否低于 Adam？各取三种学习率中最好的。",
  },
  base: {
    task: "cyclic:31",
    split: { fraction: 0.6 },
    model: { width: 32 },
    steps: 1000,
    evaluateEvery: 10,
  },
  variants: [...adamRates, ...muonRates],
  seeds: seeds(5),
  readings: ["test-loss"],
  criterion: {
    work: tian,
    shows: {
      en: "Addition modulo 71 with few hidden nodes: Muon spreads them over all features, and its test loss ends below Adam’s.",
      "zh-cn": "模 71 加法，隐藏节点不多：Muon 让节点分布到所有特征上，最终测试损失低于 Adam。",
    },
    statements: [
      {
        says: {
          en: "The least test loss of Muon’s learning rates is below the least of Adam’s.",
          "zh-cn": "Muon 各学习率中最低的测试损失，低于 Adam 中最低的。",
        },
        holds: [
          {
            what: "test-loss",
            of: muonRates.map(({ name }) => name),
            is: "less",
            than: { of: adamRates.map(({ name }) => name) },
          },
        ],
      },
    ],
    full: {
      base: {
        task: "cyclic:71",
        split: { count: 2016 },
        model: { width: 72 },
        steps: 2000,
        evaluateEvery: 10,
      },
      variants: [...adamRates, ...muonRates],
      seeds: seeds(5),
    },
  },
};
