import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { fails, understands, untilUnderstood } from "../comparisons.ts";
import { atBorder, fast, rate, slow } from "./at-the-border.ts";
import { seeds } from "./parts.ts";

const slowAndFast = (of: readonly string[]) =>
  of.flatMap((task) => [rate(slow, { task }), rate(fast, { task })]);
const tasks = ["cyclic:23", "cyclic:31", "cyclic:71", "cyclic:127"];

export const figure6: Experiment = {
  id: "fig6",
  title: { en: "Figure 6: the learning rate at the border", "zh-cn": "图 6：边界上的学习率" },
  question: {
    en: "At 2.75 M ln M examples, does a small learning rate understand where a larger one does not?",
    "zh-cn": "样本数为 2.75 M ln M 时，是否小学习率能悟出规律，大学习率不能？",
  },
  base: {
    task: "cyclic:23",
    ...atBorder,
    model: { width: 512 },
    steps: 10_000,
    evaluateEvery: 25,
    ...untilUnderstood,
  },
  variants: slowAndFast(tasks.slice(0, 2)),
  seeds: seeds(5),
  criterion: {
    work: tian,
    shows: {
      en: "Near the border a small learning rate stays in the basin of the generalising maxima; a large one leaves for the higher ones that memorise.",
      "zh-cn":
        "在边界附近，小学习率留在泛化极大值的盆地里，大学习率则离开它，去了更高的记忆极大值。",
    },
    statements: [
      {
        says: { en: `At lr = ${slow} it understands.`, "zh-cn": `lr = ${slow} 时悟出规律。` },
        holds: tasks.map((task) => understands(rate(slow, { task }).name)),
      },
      {
        says: { en: `At lr = ${fast} it does not.`, "zh-cn": `lr = ${fast} 时不能。` },
        holds: tasks.map((task) => fails(rate(fast, { task }).name)),
      },
    ],
    full: {
      base: {
        task: "cyclic:23",
        ...atBorder,
        model: { width: 1024 },
        steps: 10_000,
        evaluateEvery: 25,
        ...untilUnderstood,
      },
      variants: slowAndFast(["cyclic:23", "cyclic:71", "cyclic:127"]),
      seeds: seeds(15),
    },
  },
};
