import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { atBorder, fast, medium, rate, slow } from "./at-the-border.ts";
import { seeds } from "./parts.ts";

export const figure7: Experiment = {
  id: "fig7",
  title: { en: "Figure 7: which maxima are reached", "zh-cn": "图 7：到达了哪种极大值" },
  question: {
    en: "At the border, do small learning rates end in features of low energy and a large one in memorising ones of high energy?",
    "zh-cn": "在边界上，小学习率是否停在能量低的特征上，大学习率是否停在能量高的记忆上？",
  },
  base: {
    task: "cyclic:31",
    ...atBorder,
    model: { width: 512 },
    steps: 5000,
    evaluateEvery: 50,
  },
  variants: [slow, medium, fast].map((lr) => rate(lr)),
  seeds: seeds(5),
  readings: ["generalising-weight", "memorising-weight", "node-energy"],
  criterion: {
    work: tian,
    shows: {
      en: "Addition modulo 127, 20 % of the table: at learning rates of 0.001 and 0.002 the nodes are Fourier features of low energy, at 0.005 they memorise, at high energy.",
      "zh-cn":
        "模 127 加法，给看 20%：学习率 0.001 与 0.002 时，节点是能量低的傅里叶特征；0.005 时，节点在记忆，能量高。",
    },
    statements: [
      {
        says: {
          en: `At lr = ${slow} and ${medium} more than half of ‖W‖² is in generalising nodes.`,
          "zh-cn": `lr = ${slow} 与 ${medium} 时，‖W‖² 过半在泛化节点里。`,
        },
        holds: [slow, medium].map((lr) => ({
          what: "generalising-weight",
          of: rate(lr).name,
          is: "more",
          than: 0.5,
        })),
      },
      {
        says: {
          en: `At lr = ${fast} more of ‖W‖² is in memorising nodes than in generalising ones.`,
          "zh-cn": `lr = ${fast} 时，‖W‖² 在记忆节点里的比在泛化节点里的多。`,
        },
        holds: [
          {
            what: "memorising-weight",
            of: rate(fast).name,
            is: "more",
            than: { what: "generalising-weight" },
          },
        ],
      },
      {
        says: {
          en: `The nodes’ energy is higher at lr = ${fast} than at ${slow}.`,
          "zh-cn": `lr = ${fast} 时节点的能量高于 ${slow} 时。`,
        },
        holds: [
          {
            what: "node-energy",
            of: rate(fast).name,
            is: "more",
            than: { of: rate(slow).name },
          },
        ],
      },
    ],
    full: {
      base: {
        task: "cyclic:127",
        split: { count: 3225 },
        model: { width: 1024 },
        steps: 5000,
        evaluateEvery: 50,
      },
      variants: [slow, medium, fast].map((lr) => rate(lr)),
      seeds: seeds(5),
    },
  },
};
