import { shortestMessage, type Weighed } from "../live/shortest-message.ts";
import type { Locale } from "./locales.ts";

interface Moment {
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** A number that is read off a network at a moment of its run. */
interface Reading {
  readonly title: Readonly<Record<Locale, string>>;
  readonly kind: "count" | "share";
  /** Whether the moment has come; at the end of the run unless given. */
  readonly when?: (moment: Moment) => boolean;
  readonly take: (network: Weighed) => number;
}

const bits = (network: Weighed) => Math.round(shortestMessage(network).bits);
const plainBits = ({ group: _, ...network }: Weighed) => bits(network);
const readBack = (network: Weighed) => Number(shortestMessage(network).testAccuracy.toPrecision(4));
const memorised = ({ trainAccuracy }: Moment) => trainAccuracy >= 0.99;
const beginsToShow = ({ testAccuracy }: Moment) => testAccuracy >= 0.3;

export type ReadingName =
  | "bits-memorised"
  | "read-back-memorised"
  | "bits-at-30"
  | "read-back-at-30"
  | "bits-at-end"
  | "read-back-at-end"
  | "plain-bits-at-end";

/** All that claims read off networks, by the names they have in the claims' files. */
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
