import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import type { Comparison } from "../../statement.ts";
import { understands } from "../comparisons.ts";
import { seeds } from "./parts.ts";
import { largeTasks, real, smallTasks, ways } from "./ways.ts";

export const figure10: Experiment = {
  id: "fig10",
  title: { en: "Figure 10: real weights", "zh-cn": "图 10：实权重" },
  question: {
    en: "80 % of the table, 256 nodes with real weights: does it memorise first and understand within 500 steps?",
    "zh-cn": "给看 80%，256 个实权重节点：是否先记住，并在 500 步之内悟出规律？",
  },
  base: ways,
  variants: smallTasks.map(real),
  seeds: seeds(5),
  criterion: {
    work: tian,
    shows: {
      en: "Addition modulo 23, 41, 89 and 127 with real weights: the curve of held-out pairs rises after that of the pairs shown, within 500 steps.",
      "zh-cn":
        "模 23、41、89、127 加法，实权重：没看过的算式的曲线，在看过的之后升起，不出 500 步。",
    },
    statements: [
      {
        says: {
          en: "It understands, and later than it memorises.",
          "zh-cn": "能悟出规律，而且晚于记住。",
        },
        holds: largeTasks.flatMap((task): Comparison[] => [
          understands(real(task).name),
          {
            what: "generalisedAt",
            of: real(task).name,
            is: "more",
            than: { what: "memorisedAt" },
          },
        ]),
      },
    ],
    full: { base: ways, variants: largeTasks.map(real), seeds: seeds(5) },
  },
};
