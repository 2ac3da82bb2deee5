import { type Message, shortestMessage, type Weighed } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import type { Words } from "@grokscape/theory";
import {
  type MetricRow,
  type NetworkInTraining,
  type PlannedReading,
  threshold,
} from "@grokscape/trainer";

/** A number that is read off a network at one moment of its run. */
interface Reading extends PlannedReading<number> {
  readonly title: Words;
  readonly kind: "count" | "share";
}

type Due = PlannedReading["due"];

/** Due at the first row for which the condition holds. */
const first =
  (holds: (row: MetricRow) => boolean): Due =>
  (rows) =>
    rows.findIndex(holds) === rows.length - 1;
const memorised = first(({ trainAccuracy }) => trainAccuracy >= threshold);
const beginsToShow = first(({ testAccuracy }) => testAccuracy >= 0.3);
const atEnd: Due = (_rows, isLast) => isLast;

/** What `shortestMessage` asks for. */
const weighed = ({ setUp: { task, problem }, weights }: NetworkInTraining): Weighed => ({
  spec: problem,
  weights,
  shown: problem.train,
  heldOut: problem.test,
  group: task.group,
});

const messages = new WeakMap<Tensors, Message>();
/** Finding a message takes a second, and two readings share it. */
function messageOf(network: NetworkInTraining): Message {
  const message = messages.get(network.weights) ?? shortestMessage(weighed(network));
  messages.set(network.weights, message);
  return message;
}

const bits = (network: NetworkInTraining) => Math.round(messageOf(network).bits);
const readBack = (network: NetworkInTraining) =>
  Number(messageOf(network).testAccuracy.toPrecision(4));
const plainBits = (network: NetworkInTraining) =>
  Math.round(shortestMessage({ ...weighed(network), group: undefined }).bits);

export type ReadingName =
  | "bits-memorised"
  | "read-back-memorised"
  | "bits-at-30"
  | "read-back-at-30"
  | "bits-at-end"
  | "read-back-at-end"
  | "plain-bits-at-end";

/** What was read, by name; null if it was never due. */
export type Taken = Readonly<Partial<Record<ReadingName, number | null>>>;

/** All readings of the ledger, by name. */
export const readings: Readonly<Record<ReadingName, Reading>> = {
  "bits-memorised": {
    title: { en: "Bits, once memorised", "zh-cn": "记住时，比特" },
    kind: "count",
    due: memorised,
    read: bits,
  },
  "read-back-memorised": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    due: memorised,
    read: readBack,
  },
  "bits-at-30": {
    title: {
      en: "Bits, once 30 % of the held out are right",
      "zh-cn": "没看过的答对 30% 时，比特",
    },
    kind: "count",
    due: beginsToShow,
    read: bits,
  },
  "read-back-at-30": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    due: beginsToShow,
    read: readBack,
  },
  "bits-at-end": {
    title: { en: "Bits, at the end", "zh-cn": "结束时，比特" },
    kind: "count",
    due: atEnd,
    read: bits,
  },
  "read-back-at-end": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    due: atEnd,
    read: readBack,
  },
  "plain-bits-at-end": {
    title: {
      en: "Bits, at the end, without the shapes of the group",
      "zh-cn": "结束时，不借用群的形状，比特",
    },
    kind: "count",
    due: atEnd,
    read: plainBits,
  },
};
