import { chosenShare } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface SliceWords {
  readonly title: string;
  readonly nothing: string;
  readonly share: string;
  readonly angle: string;
  readonly energy: string;
  readonly state: string;
  readonly angleAxis: string;
  /** Says what rows are. */
  readonly rowAxis: string;
  /** The largest share shown, and those at which the highest peak memorises. */
  readonly caption: (most: number, turned: readonly number[]) => string;
}

const listed = (parts: readonly string[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts.join("");

export const sliceWords: Readonly<Record<Language, SliceWords>> = {
  en: {
    title: "A walk over the energy landscape, with fewer and fewer examples",
    nothing: "no energy to show",
    share: "share of examples",
    angle: "angle",
    energy: "energy",
    state: "weights there",
    angleAxis: "angle along the circle",
    rowAxis: "share of examples",
    caption: (most, turned) =>
      `Each row is drawn as high as its highest peak. ${
        turned.length
          ? `With ${chosenShare(most)} of the examples the highest peaks are features that generalise. With ${listed(turned.map(chosenShare))} the highest peak memorises.`
          : "At no share shown does the highest peak memorise."
      }`,
  },
  "zh-cn": {
    title: "样本越来越少时，沿能量景观走一圈",
    nothing: "没有可显示的能量",
    share: "样本占比",
    angle: "角度",
    energy: "能量",
    state: "该处的权重",
    angleAxis: "沿圆周的角度",
    rowAxis: "样本占比",
    caption: (most, turned) =>
      `每行按各自的最高峰绘制。${
        turned.length
          ? `使用 ${chosenShare(most)} 的样本时，最高峰是能泛化的特征；样本为 ${turned.map(chosenShare).join("、")} 时，最高峰是记忆。`
          : "图中所有样本占比下，最高峰都不是记忆。"
      }`,
  },
};
