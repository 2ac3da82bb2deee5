import {
  effectiveRank,
  evaluate,
  inverseParticipationRatio,
  objective,
  sharpness,
  shortestMessage,
  totalNorm,
  type Weighed,
} from "@grokscape/measures";
import { irrepMasses, type Words } from "@grokscape/theory";
import type { NetworkInTraining, PlannedReading } from "@grokscape/trainer";
import { atEnd, columnsOf, type Due, digits, groupOf, weighed } from "./readings.ts";

/** A number that is read off a network again and again, without a look at what is held out. */
interface AlongReading extends PlannedReading<number> {
  readonly title: Words;
  /** Whether it is read by someone who knows the group. */
  readonly knowsGroup: boolean;
}

/** The steps at which it is read, besides the last: about two for every doubling. */
const moments = [50, 70, 100, 140, 200, 280, 400, 560, 800, 1120, 1600];

const due: Due = (rows, isLast) =>
  moments.includes(rows[rows.length - 1].step) || atEnd(rows, isLast);

/** How many times as long as the bare labels the shortest message is. */
function bits(network: Weighed): number {
  const message = shortestMessage(network);
  return digits(message.bits / message.labelBits);
}

/** The mean over nodes, each counted by its mass, of how much it lies in one nontrivial irrep. */
function concentration(network: NetworkInTraining): number {
  const group = groupOf(network);
  let [sum, total] = [0, 0];
  for (const w of columnsOf(network)) {
    const masses = irrepMasses(group, w).slice(1);
    const mass = masses.reduce((a, b) => a + b, 0);
    sum += mass * inverseParticipationRatio(masses);
    total += mass;
  }
  return digits(sum / (total || 1));
}

const sharpest = ({ setUp: { problem }, weights }: NetworkInTraining): number =>
  digits(sharpness(objective(problem, problem.train), weights, { tolerance: 0.01 }).value);

export type AlongName =
  | "bits"
  | "plain-bits"
  | "concentration"
  | "rank"
  | "norm"
  | "sharpness"
  | "loss";

/** What was read, a column each, at the steps in the first. */
export type Along = { readonly step: readonly number[] } & Readonly<
  Partial<Record<AlongName, readonly number[]>>
>;

/** All readings of this kind, by name. */
export const alongReadings: Readonly<Record<AlongName, AlongReading>> = {
  bits: {
    title: {
      en: "Bits, in multiples of the bare labels",
      "zh-cn": "比特，是标签本身的几倍",
    },
    knowsGroup: true,
    due,
    read: (network) => bits(weighed(network)),
  },
  "plain-bits": {
    title: {
      en: "Bits without the shapes of the group, in multiples of the bare labels",
      "zh-cn": "不借用群的形状的比特，是标签本身的几倍",
    },
    knowsGroup: false,
    due,
    read: (network) => bits({ ...weighed(network), group: undefined }),
  },
  concentration: {
    title: { en: "How much a node lies in one irrep", "zh-cn": "节点集中于一个不可约表示的程度" },
    knowsGroup: true,
    due,
    read: concentration,
  },
  rank: {
    title: { en: "Effective rank of W", "zh-cn": "W 的有效秩" },
    knowsGroup: false,
    due,
    read: ({ weights: { W } }) => digits(effectiveRank(W)),
  },
  norm: {
    title: {
      en: "Norm of all weights, in multiples of the first",
      "zh-cn": "全部权重的范数，是起初的几倍",
    },
    knowsGroup: false,
    due,
    read: ({ setUp, weights }) => digits(totalNorm(weights) / totalNorm(setUp.start().weights)),
  },
  sharpness: {
    title: { en: "Sharpness of the loss", "zh-cn": "损失的尖锐度" },
    knowsGroup: false,
    due,
    read: sharpest,
  },
  loss: {
    title: { en: "Training loss", "zh-cn": "训练损失" },
    knowsGroup: false,
    due,
    read: ({ setUp: { problem }, weights }) =>
      digits(evaluate(problem, weights, problem.train).loss),
  },
};
