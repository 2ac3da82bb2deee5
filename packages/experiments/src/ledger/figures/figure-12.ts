import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { sooner } from "../comparisons.ts";
import { seeds } from "./parts.ts";
import { largeTasks, real, solved, ways } from "./ways.ts";

export const figure12: Experiment = {
  id: "fig12",
  title: { en: "Figure 12: V solved at every step", "zh-cn": "图 12：每一步都解出 V" },
  question: {
    en: "As Figure 10: does it understand sooner where V is the ridge solution at every step?",
    "zh-cn": "同图 10：若每一步都把 V 取为岭回归解，是否更早悟出规律？",
  },
  base: ways,
  variants: ["cyclic:41"].flatMap((task) => [real(task), solved(task)]),
  seeds: seeds(5),
  criterion: {
    work: tian,
    shows: {
      en: "The same with V = V_ridge at each step, modulo 41, 89 and 127: it groks faster.",
      "zh-cn": "同样的设置，每一步 V = V_ridge，模 41、89、127：顿悟更快。",
    },
    statements: [
      {
        says: {
          en: "With V solved it understands sooner than with V trained.",
          "zh-cn": "解出 V 比训练 V 更早悟出规律。",
        },
        holds: largeTasks.slice(1).map((task) => sooner(solved(task).name, real(task).name)),
      },
    ],
    full: {
      base: ways,
      variants: largeTasks.slice(1).flatMap((task) => [real(task), solved(task)]),
      seeds: seeds(5),
    },
  },
};
