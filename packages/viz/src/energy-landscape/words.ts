import { chosenShare } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface LandscapeWords {
  readonly title: string;
  readonly nothing: string;
  readonly share: string;
  readonly short: string;
  readonly place: string;
  readonly energy: string;
  readonly state: string;
  /** The largest share at which no peak generalises. */
  readonly caption: (lost: number | null) => string;
}

export const landscapeWords: Readonly<Record<Language, LandscapeWords>> = {
  en: {
    title: "The energy landscape as examples become few",
    nothing: "no energy to show",
    share: "share of examples",
    short: "examples:",
    place: "place, % from the left and the top",
    energy: "energy",
    state: "weights there",
    caption: (lost) =>
      `Seen from above: the stronger the shade, the higher, each panel by its own scale. ${
        lost === null
          ? "At every share shown there are peaks that generalise."
          : `At ${chosenShare(lost)} of the examples no peak that generalises is left in this slice.`
      }`,
  },
  "zh-cn": {
    title: "样本减少时的能量景观",
    nothing: "没有可显示的能量",
    share: "样本占比",
    short: "样本",
    place: "位置（距左、距上的百分比）",
    energy: "能量",
    state: "该处的权重",
    caption: (lost) =>
      `俯视图，色调越浓，能量越高，每幅各有刻度。${
        lost === null
          ? "图中每种样本占比下都存在能泛化的峰。"
          : `样本占比为 ${chosenShare(lost)} 时，此切片中已没有能泛化的峰。`
      }`,
  },
};
