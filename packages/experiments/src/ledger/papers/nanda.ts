import { nanda } from "@grokscape/group-datasets/works";
import type { Experiment } from "../../experiment.ts";
import { fails, understands } from "../comparisons.ts";
import { decays, fewer, transformer, withDecay, withoutDecay } from "./parts.ts";

export const nandaFrequencies: Experiment = {
  id: "nanda-frequencies",
  title: { en: "Nanda 2023: a few frequencies", "zh-cn": "Nanda 2023：少数几个频率" },
  question: {
    en: "Does a small transformer that has understood addition answer by a few frequencies, and only with weight decay?",
    "zh-cn": "悟出加法的小 Transformer，是否只靠少数几个频率作答？是否离不开权重衰减？",
  },
  base: transformer,
  variants: decays,
  seeds: fewer,
  readings: ["key-irreps"],
  criterion: {
    work: nanda,
    shows: {
      en: "A transformer of one layer memorises addition modulo 113 early and generalises much later, only with weight decay; its answers are then made of five frequencies of 56.",
      "zh-cn":
        "一层 Transformer 早早记住模 113 加法，很久以后才泛化，且离不开权重衰减；此后它的答案由 56 个频率中的 5 个构成。",
    },
    statements: [
      {
        says: {
          en: "With weight decay it understands, at three times the step of memorising or later; without, it does not.",
          "zh-cn": "有权重衰减，能悟出规律，步数至少是记住时的三倍；没有则不能。",
        },
        holds: [
          understands(withDecay),
          fails(withoutDecay),
          {
            what: "generalisedAt",
            of: withDecay,
            is: "more",
            than: { what: "memorisedAt", times: 3 },
          },
        ],
      },
      {
        says: {
          en: "Fewer than half of the 11 frequencies hold 95 % of what it knows of the sum.",
          "zh-cn": "11 个频率中不到一半，便占去它关于和的知识的 95%。",
        },
        holds: [{ what: "key-irreps", of: withDecay, is: "less", than: 5.5 }],
      },
    ],
  },
};
