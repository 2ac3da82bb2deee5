import type { Locale } from "./locales.ts";

interface GuidedWords {
  /** Of one task's table. */
  readonly caption: (task: string) => string;
  readonly method: string;
  readonly shown: (percent: string) => string;
  readonly from: string;
  readonly missed: string;
  readonly seconds: (seconds: string) => string;
  readonly gain: string;
  readonly times: (steps: string, seconds: string) => string;
  readonly caps: (caps: string) => string;
}

/** What the table of the guided recipe and the presets says. */
export const guidedWords: Readonly<Record<Locale, GuidedWords>> = {
  en: {
    caption: (task) => `${task}: median steps to a test accuracy of 99 %, and what they take`,
    method: "method",
    shown: (percent) => `${percent} shown`,
    from: "from",
    missed: "missed",
    seconds: (seconds) => `${seconds} s`,
    gain: "Adam / guided",
    times: (steps, seconds) => `${steps}× steps, ${seconds}× time`,
    caps: (caps) => `Steps after which a run counts as missed: ${caps}.`,
  },
  "zh-cn": {
    caption: (task) => `${task}：测试准确率达到 99 % 所需步数的中位数，以及所用时间`,
    method: "方法",
    shown: (percent) => `给出 ${percent}`,
    from: "最少",
    missed: "未达到",
    seconds: (seconds) => `${seconds} 秒`,
    gain: "Adam / 引导",
    times: (steps, seconds) => `步数 ${steps}×，时间 ${seconds}×`,
    caps: (caps) => `超过以下步数即算未达到：${caps}。`,
  },
};
