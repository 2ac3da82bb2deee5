import { tian } from "@grokscape/group-datasets/works";
import { authorConstant } from "@grokscape/theory";
import type { Experiment, Variant } from "../../experiment.ts";
import type { Statement } from "../../statement.ts";
import { fails, understands, untilUnderstood } from "../comparisons.ts";
import { adam, seeds } from "./parts.ts";

/** Of the share at which the author's code expects the transition: below it and above. */
const [below, above] = [0.75, 1.5];
/** Tables by what they are; the paper has none of the last two kinds. */
const kinds = [
  {
    degree: 1,
    says: { en: "M prime", "zh-cn": "M 为素数" },
    quick: ["cyclic:23", "cyclic:31"],
    full: ["cyclic:41", "cyclic:71", "cyclic:97", "cyclic:127"],
  },
  {
    degree: 1,
    says: { en: "M composite", "zh-cn": "M 为合数" },
    quick: ["cyclic:24", "cyclic:30"],
    full: ["cyclic:60", "cyclic:96", "cyclic:120"],
  },
  {
    degree: 1,
    says: { en: "products of cyclic groups", "zh-cn": "循环群的直积" },
    quick: ["product:5,6", "product:2,2,9"],
    full: [
      ...["product:4,7", "product:5,6", "product:2,2,9", "product:13,11", "product:5,2,2,2"],
      ...["product:6,4,2", "product:3,2,17", "product:2,3,3,5"],
    ],
  },
  {
    degree: 2,
    says: { en: "non-abelian, largest degree 2", "zh-cn": "非交换，最大次数 2" },
    quick: ["dihedral:12", "dihedral:15"],
    full: ["dihedral:12", "dihedral:30", "dihedral:60"],
  },
  {
    degree: 3,
    says: { en: "non-abelian, largest degree 3", "zh-cn": "非交换，最大次数 3" },
    quick: ["symmetric:4", "frobenius:13,3"],
    full: ["symmetric:4", "frobenius:19,3", "frobenius:31,3"],
  },
  {
    degree: 4,
    says: { en: "non-abelian, largest degree 4", "zh-cn": "非交换，最大次数 4" },
    quick: ["small:32,49", "small:40,12"],
    full: ["small:32,49", "small:40,12", "frobenius:29,4"],
  },
] as const;

/** At so many times the share of the author's code. */
function atMultiple(id: string, degree: number, times: number): Variant {
  const criticalMultiple = Number((times * authorConstant * Math.max(1, degree / 2)).toFixed(2));
  return {
    name: `${id}, c = ${criticalMultiple}`,
    changes: { task: id, split: { criticalMultiple } },
  };
}
const border = (size: "quick" | "full"): Variant[] =>
  kinds.flatMap(({ degree, ...kind }) =>
    kind[size].flatMap((id) => [below, above].map((times) => atMultiple(id, degree, times))),
  );

export const figure5: Experiment = {
  id: "fig5",
  title: { en: "Figure 5: how much is enough", "zh-cn": "图 5：看多少才够" },
  question: {
    en: "Does the share of the table from which networks understand follow (ln M)/M, for groups of every kind?",
    "zh-cn": "能悟出规律所需的比例，是否随 (ln M)/M 变化，对每一类群都如此？",
  },
  base: {
    task: "cyclic:23",
    model: { width: 512 },
    optimiser: adam(1e-3, 2e-4),
    steps: 3000,
    evaluateEvery: 10,
    ...untilUnderstood,
  },
  variants: border("quick"),
  seeds: seeds(3),
  criterion: {
    work: tian,
    shows: {
      en: "The transition from memorising to understanding follows p ~ (log M)/M, for M prime and composite, products, and non-abelian groups of largest degree 2. The author’s code has p = 2.7482 ln M / M, times d/2 where the largest degree d is more than 2; groups of degree 3 and 4 are not in the paper.",
      "zh-cn":
        "从记忆到泛化的转变随 p ~ (log M)/M 变化：M 为素数、合数、直积，以及最大次数为 2 的非交换群。作者的代码取 p = 2.7482 ln M / M，最大次数 d 大于 2 时再乘 d/2；次数 3 与 4 的群论文里没有。",
    },
    statements: kinds.map(({ says, degree, quick, full }): Statement => {
      const tables = [...new Set<string>([...quick, ...full])];
      return {
        says: {
          en: `${says.en}: at ${below} times that share none understands, at ${above} times all do.`,
          "zh-cn": `${says["zh-cn"]}：比例为其 ${below} 倍时无一悟出，${above} 倍时全部悟出。`,
        },
        holds: tables.flatMap((id) => [
          fails(atMultiple(id, degree, below).name),
          understands(atMultiple(id, degree, above).name),
        ]),
      };
    }),
    full: {
      base: {
        task: "cyclic:41",
        model: { width: 2048 },
        optimiser: adam(5e-4, 2e-4),
        steps: 10_000,
        evaluateEvery: 25,
        ...untilUnderstood,
      },
      variants: border("full"),
      seeds: seeds(20),
    },
  },
};
