import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { sooner } from "../comparisons.ts";
import { seeds } from "./parts.ts";
import { complex, largeTasks, real, smallTasks, ways } from "./ways.ts";

export const figure11: Experiment = {
  id: "fig11",
  title: { en: "Figure 11: complex weights", "zh-cn": "图 11：复权重" },
  question: {
    en: "As Figure 10: does the network understand sooner with complex weights?",
    "zh-cn": "同图 10：换成复权重，是否更早悟出规律？",
  },
  base: ways,
  variants: smallTasks.flatMap((task) => [real(task), complex(task)]),
  seeds: seeds(5),
  criterion: {
    work: tian,
    shows: {
      en: "The same as Figure 10 with complex weights: it groks faster.",
      "zh-cn": "与图 10 相同，换成复权重：顿悟更快。",
    },
    statements: [
      {
        says: {
          en: "With complex weights it understands sooner than with real ones.",
          "zh-cn": "复权重比实权重更早悟出规律。",
        },
        holds: largeTasks.map((task) => sooner(complex(task).name, real(task).name)),
      },
    ],
    full: {
      base: ways,
      variants: largeTasks.flatMap((task) => [real(task), complex(task)]),
      seeds: seeds(5),
    },
  },
};
