import type { Locale } from "./locales.ts";

interface BorderWords {
  readonly caption: string;
  readonly group: string;
  readonly shown: string;
  readonly perSymbol: string;
  readonly perCoupon: string;
  readonly limit: string;
  readonly times: string;
  readonly runs: string;
  /** The limit as a line of a picture. */
  readonly bestOfAll: string;
  readonly power: (a: string) => string;
  readonly both: (a: string, b: string, apart: boolean) => string;
  /** Laws of one constant that the borders exclude, and those that they do not. */
  readonly excluded: (laws: readonly string[]) => string;
  readonly left: (laws: readonly string[]) => string;
  readonly laws: string;
  readonly law: string;
  readonly inside: string;
  readonly off: string;
  readonly of: (inside: number, of: number) => string;
  /** Variants without an interval. */
  readonly without: (names: readonly string[]) => string;
  readonly list: string;
  readonly more: string;
}

/** What is said of borders and of the laws that they obey. */
export const borderWords: Readonly<Record<Locale, BorderWords>> = {
  en: {
    caption: "Examples from which half of the runs understand, with 95 % intervals",
    group: "Group",
    shown: "n",
    perSymbol: "n/M",
    perCoupon: "n/(M ln M)",
    limit: "limit",
    times: "n/limit",
    runs: "runs",
    bestOfAll: "limit of any learner",
    power: (a) => `One exponent, n = C·M^a: a = ${a}.`,
    both: (a, b, apart) =>
      `Two, n = C·M^a·(ln M)^b: a = ${a}, b = ${b}${apart ? "" : "; over these sizes the two are not told apart, only together"}.`,
    excluded: (laws) => `Excluded at 95 %: ${laws.join(", ")}.`,
    left: (laws) => `Not excluded: ${laws.join(", ")}.`,
    laws: "Each law fitted to the other borders",
    law: "Law",
    inside: "within the interval",
    off: "off by",
    of: (inside, of) => `${inside} of ${of}`,
    without: (names) => `No border with an interval: ${names.join(", ")}.`,
    list: "Borders",
    more: "All of its numbers",
  },
  "zh-cn": {
    caption: "从多少样本起，半数运行能悟出规律（附 95% 区间）",
    group: "群",
    shown: "n",
    perSymbol: "n/M",
    perCoupon: "n/(M ln M)",
    limit: "极限",
    times: "n/极限",
    runs: "运行数",
    bestOfAll: "任何学习者的极限",
    power: (a) => `只用一个指数，n = C·M^a：a = ${a}。`,
    both: (a, b, apart) =>
      `用两个，n = C·M^a·(ln M)^b：a = ${a}，b = ${b}${apart ? "" : "；这些 M 还分不开两者，只能合起来看"}。`,
    excluded: (laws) => `在 95% 水平上排除：${laws.join("、")}。`,
    left: (laws) => `未能排除：${laws.join("、")}。`,
    laws: "每条定律只用其余边界拟合",
    law: "定律",
    inside: "落在区间内",
    off: "误差",
    of: (inside, of) => `${of} 个中 ${inside} 个`,
    without: (names) => `没有得出带区间的边界：${names.join("、")}。`,
    list: "边界",
    more: "全部数值",
  },
};
