import { shortestMessage, type Weighed } from "@grokscape/measures";
import type { Words } from "@grokscape/theory";
import { type RunConfig, setUp, threshold } from "@grokscape/trainer";

interface Moment {
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** A number that is read off a network at a moment of its run. */
interface Reading {
  readonly title: Words;
  readonly kind: "count" | "share";
  /** Whether the moment has come; at the end of the run unless given. */
  readonly when?: (moment: Moment) => boolean;
  readonly take: (network: Weighed) => number;
}

const bits = (network: Weighed) => Math.round(shortestMessage(network).bits);
const plainBits = ({ group: _, ...network }: Weighed) => bits(network);
const readBack = (network: Weighed) => Number(shortestMessage(network).testAccuracy.toPrecision(4));
const memorised = ({ trainAccuracy }: Moment) => trainAccuracy >= threshold;
const beginsToShow = ({ testAccuracy }: Moment) => testAccuracy >= 0.3;

export type ReadingName =
  | "bits-memorised"
  | "read-back-memorised"
  | "bits-at-30"
  | "read-back-at-30"
  | "bits-at-end"
  | "read-back-at-end"
  | "plain-bits-at-end";

/** By name; null for a moment that never came. */
export type Taken = Readonly<Partial<Record<ReadingName, number | null>>>;

/** All that experiments read off networks, by the names they have in their outcomes. */
export const readings: Readonly<Record<ReadingName, Reading>> = {
  "bits-memorised": {
    title: { en: "Bits, once memorised", "zh-cn": "记住时，比特" },
    kind: "count",
    when: memorised,
    take: bits,
  },
  "read-back-memorised": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    when: memorised,
    take: readBack,
  },
  "bits-at-30": {
    title: {
      en: "Bits, once 30 % of the held out are right",
      "zh-cn": "没看过的答对 30% 时，比特",
    },
    kind: "count",
    when: beginsToShow,
    take: bits,
  },
  "read-back-at-30": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    when: beginsToShow,
    take: readBack,
  },
  "bits-at-end": {
    title: { en: "Bits, at the end", "zh-cn": "结束时，比特" },
    kind: "count",
    take: bits,
  },
  "read-back-at-end": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    take: readBack,
  },
  "plain-bits-at-end": {
    title: {
      en: "Bits, at the end, without the shapes of the group",
      "zh-cn": "结束时，不借用群的形状，比特",
    },
    kind: "count",
    take: plainBits,
  },
};

/** The parts of a run's table and its network, all but the weights. */
export function networkOf(config: RunConfig): Omit<Weighed, "weights"> {
  const { task, problem } = setUp(config);
  return { spec: problem, shown: problem.train, heldOut: problem.test, group: task.group };
}
