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
  /** The shares at which the highest peak generalises, and those at which it memorises. */
  readonly caption: (generalising: readonly string[], memorising: readonly string[]) => string;
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
    caption: (generalising, memorising) =>
      [
        "Each row is drawn as high as its highest peak.",
        generalising.length &&
          `With ${listed(generalising)} of the examples that peak generalises.`,
        memorising.length && `With ${listed(memorising)} it memorises.`,
      ]
        .filter(Boolean)
        .join(" "),
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
    caption: (generalising, memorising) =>
      [
        "每行按各自的最高峰绘制。",
        generalising.length && `样本为 ${generalising.join("、")} 时，最高峰是泛化。`,
        memorising.length && `样本为 ${memorising.join("、")} 时，最高峰是记忆。`,
      ]
        .filter(Boolean)
        .join(""),
  },
};
