import { tian } from "@grokscape/group-datasets/works";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../../experiment.ts";
import { seeds } from "./parts.ts";

const maxima = (task: string, width: number): RunConfigInput => ({
  task,
  model: { width },
  steps: 1,
  evaluateEvery: 1,
});
const landscapes: readonly Variant[] = [
  {
    name: "σ(z) = z, p = 50 %",
    changes: { split: { fraction: 0.5 }, model: { width: 64, activation: "linear" } },
  },
  { name: "σ(z) = z², p = 98 %", changes: { split: { fraction: 0.98 } } },
  { name: "σ(z) = z², p = 15 %", changes: { split: { fraction: 0.15 } } },
];

export const figure4: Experiment = {
  id: "fig4",
  title: { en: "Figure 4: the landscape of the energy", "zh-cn": "图 4：能量景观" },
  question: {
    en: "Where does a node end that climbs the energy alone, from its first weights?",
    "zh-cn": "一个节点从初始权重出发，独自攀登能量，会停在哪里？",
  },
  base: maxima("cyclic:23", 64),
  variants: landscapes,
  seeds: seeds(5),
  readings: ["summit-heights", "summit-irreps", "summits-generalising", "summits-memorising"],
  criterion: {
    work: tian,
    shows: {
      en: "Linear nodes have one maximum. With x² and all data there are many, each a feature; with too little data there are memorising ones in their place.",
      "zh-cn":
        "线性节点只有一个极大值。用 x² 且数据完整，有许多极大值，每个都是一种特征；数据太少，取而代之的是记忆的极大值。",
    },
    statements: [
      {
        says: { en: "Linear nodes all end at one height.", "zh-cn": "线性节点都停在同一高度。" },
        holds: [{ what: "summit-heights", of: landscapes[0].name, is: "less", than: 2 }],
      },
      {
        says: {
          en: "With x² and nearly all data, 95 % or more end at a feature, and there are more than five features.",
          "zh-cn": "用 x² 且数据几乎完整，至少 95% 停在特征上，特征不止五种。",
        },
        holds: [
          { what: "summits-generalising", of: landscapes[1].name, is: "more", than: 0.95 },
          { what: "summit-irreps", of: landscapes[1].name, is: "more", than: 5 },
        ],
      },
      {
        says: {
          en: "With too little data more than half end memorising.",
          "zh-cn": "数据太少，过半停在记忆的极大值上。",
        },
        holds: [{ what: "summits-memorising", of: landscapes[2].name, is: "more", than: 0.5 }],
      },
    ],
    full: { base: maxima("cyclic:71", 256), variants: landscapes, seeds: seeds(5) },
  },
};
