import type { Locale } from "./locales.ts";

type Word = "caption" | "preset" | "memorises" | "understands" | "never";

/** What the table of known settings says. */
export const presetWords: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = {
  en: {
    caption: "Steps to 99 %: the middle of five seeds (the earliest–the latest)",
    preset: "preset",
    memorises: "memorises",
    understands: "understands",
    never: "never",
  },
  "zh-cn": {
    caption: "达到 99 % 所需的步数：五个种子的中位数（最早–最晚）",
    preset: "预设",
    memorises: "记住",
    understands: "理解",
    never: "从未",
  },
};
