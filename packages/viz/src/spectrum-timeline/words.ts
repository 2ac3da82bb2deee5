import { count, percent } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface TimelineWords {
  readonly title: string;
  readonly share: string;
  readonly irrepAxis: string;
  /** The last step, and the irreps that hold most then. */
  readonly caption: (
    step: number,
    leading: readonly { readonly name: string; readonly share: number }[],
  ) => string;
}

export const timelineWords: Readonly<Record<Language, TimelineWords>> = {
  en: {
    title: "How weight moves between irreps",
    share: "share of weight: 0",
    irrepAxis: "irrep",
    caption: (step, leading) =>
      `At step ${count(step)} most of the weight is in ${leading
        .map(({ name, share }) => `${name} (${percent(share)})`)
        .join(", ")}.`,
  },
  "zh-cn": {
    title: "权重在不可约表示之间如何移动",
    share: "占全部权重：0",
    irrepAxis: "不可约表示",
    caption: (step, leading) =>
      `第 ${count(step)} 步时，权重最多的不可约表示是 ${leading
        .map(({ name, share }) => `${name}（${percent(share)}）`)
        .join("、")}。`,
  },
};
