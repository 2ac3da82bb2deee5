import { tian } from "@grokscape/group-datasets/works";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Experiment } from "../../experiment.ts";
import type { Statement } from "../../statement.ts";
import { untilUnderstood } from "../comparisons.ts";
import { adam, seeds } from "./parts.ts";
import { startsOf, withV, zeroIsSooner } from "./starts.ts";

const zeroInit = (task: string, width: number): RunConfigInput => ({
  task,
  model: { width },
  optimiser: adam(5e-3, 5e-5),
  steps: 3000,
  evaluateEvery: 10,
  ...untilUnderstood,
});
/** @param pairs the least share and the largest, of each size */
const mostWhereScarce = (pairs: readonly (readonly [number, number])[]): Statement => ({
  says: {
    en: "The factor by which V(0) = 0 is sooner is larger where data are scarce than where they are plenty.",
    "zh-cn": "数据越少，V(0) = 0 早的倍数越大。",
  },
  holds: pairs.map(([scarce, plenty]) => ({
    what: "generalisedAt",
    of: withV(scarce, 1),
    per: withV(scarce, 0),
    is: "more",
    than: { of: withV(plenty, 1), per: withV(plenty, 0) },
  })),
});

/** One of Figures 14 to 16: quick in a smaller table, with fewer nodes. */
function startsFigure(
  number: number,
  quick: { task: string; width: number; shares: readonly number[]; seeds: number },
  full: string,
): Experiment {
  const { task, width, shares } = quick;
  const fullShares = [0.3, 0.4, 0.6, 0.8];
  const all = [...new Set([...shares, ...fullShares])];
  const ends = (list: readonly number[]) => [list[0], list[list.length - 1]] as const;
  return {
    id: `fig${number}`,
    title: {
      en: `Figure ${number}: an empty last layer, ${full}`,
      "zh-cn": `图 ${number}：末层从零开始，${full}`,
    },
    question: {
      en: "Does it understand sooner where V begins at zero, and most so where data are scarce?",
      "zh-cn": "V 从零开始，是否更早悟出规律？数据越少，好处是否越大？",
    },
    base: zeroInit(task, width),
    variants: startsOf(width, shares),
    seeds: seeds(quick.seeds),
    criterion: {
      work: tian,
      shows: {
        en: "With V(0) = 0 no noise reaches the hidden nodes at first, and test accuracy rises sooner, most where few pairs are shown.",
        "zh-cn":
          "V(0) = 0 时，起初没有噪声传到隐藏节点，测试准确率上升得更早，给看的算式越少越明显。",
      },
      statements: [zeroIsSooner(all), mostWhereScarce([ends(shares), ends(fullShares)])],
      full: { base: zeroInit(full, 1024), variants: startsOf(1024, fullShares), seeds: seeds(5) },
    },
  };
}

export const figures14To16: readonly Experiment[] = [
  startsFigure(
    14,
    { task: "cyclic:41", width: 1024, shares: [0.3, 0.4, 0.6], seeds: 5 },
    "cyclic:41",
  ),
  startsFigure(15, { task: "cyclic:47", width: 512, shares: [0.3, 0.6], seeds: 3 }, "cyclic:89"),
  startsFigure(16, { task: "cyclic:59", width: 512, shares: [0.25, 0.4], seeds: 3 }, "cyclic:127"),
];
