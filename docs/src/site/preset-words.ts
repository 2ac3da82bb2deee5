import type { Locale } from "./locales.ts";

type Word =
  | "caption"
  | "preset"
  | "task"
  | "memorises"
  | "understands"
  | "seeds"
  | "never"
  | "notYet"
  | "colon";

/** What the table of known settings says. */
export const presetWords: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = {
  en: {
    caption: "Steps to 99 %: the middle of the seeds (the earliest–the latest)",
    preset: "preset",
    task: "task",
    memorises: "memorises",
    understands: "understands",
    seeds: "seeds",
    never: "never",
    notYet: "not measured yet",
    colon: ": ",
  },
  "zh-cn": {
    caption: "达到 99 % 所需的步数：各种子的中位数（最早–最晚）",
    preset: "预设",
    task: "任务",
    memorises: "记住",
    understands: "理解",
    seeds: "种子数",
    never: "从未",
    notYet: "尚未测量",
    colon: "：",
  },
};
