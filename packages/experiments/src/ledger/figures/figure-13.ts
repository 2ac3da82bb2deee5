import { tian } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { sooner } from "../comparisons.ts";
import { seeds } from "./parts.ts";
import { real, solved, ways } from "./ways.ts";

export const figure13: Experiment = {
  id: "fig13",
  title: { en: "Figure 13: V solved, modulo 23", "zh-cn": "图 13：解出 V，模 23" },
  question: {
    en: "Modulo 23, is it later where V is the ridge solution at every step?",
    "zh-cn": "模 23 时，每一步都把 V 取为岭回归解，是否反而更晚？",
  },
  base: ways,
  variants: [real("cyclic:23"), solved("cyclic:23")],
  seeds: seeds(5),
  criterion: {
    work: tian,
    shows: {
      en: "Modulo 23 the same change makes it slower.",
      "zh-cn": "模 23 时，同样的改动反而使它变慢。",
    },
    statements: [
      {
        says: {
          en: "With V solved it understands later than with V trained.",
          "zh-cn": "解出 V 比训练 V 更晚悟出规律。",
        },
        holds: [sooner(real("cyclic:23").name, solved("cyclic:23").name)],
      },
    ],
    full: {
      base: ways,
      variants: [real("cyclic:23"), solved("cyclic:23")],
      seeds: seeds(5),
    },
  },
};
