import type { Score } from "@grokscape/experiments";
import { count } from "../demo/numbers.ts";
import type { Locale } from "./locales.ts";

interface ClaimWords {
  readonly title: string;
  readonly says: string;
  readonly setting: string;
  readonly memorised: string;
  readonly understood: string;
  readonly reached: string;
  readonly of: (reached: number, of: number) => string;
  readonly never: string;
  readonly try: string;
  readonly again: string;
  readonly againSays: string;
  readonly measuredOn: (date: string, machine: string) => string;
  readonly base: string;
  readonly baseSays: string;
  /** What all its runs came to. @param at the spread of steps; empty if none understood */
  readonly headline: (runs: number, at: string) => string;
  readonly spread: string;
  readonly readings: string;
  /** What the theory foretold of all these runs, and what came true. */
  readonly score: (score: Score) => string;
  /** Of the table of a race: methods in rows, shares of a task's table in columns. */
  readonly race: {
    readonly caption: (task: string) => string;
    readonly method: string;
    readonly shown: (percent: string) => string;
    readonly from: string;
    readonly limits: string;
    readonly missed: string;
    readonly gain: string;
    readonly caps: (caps: string) => string;
  };
  /** Of the table of two operations: what is learnt in rows. */
  readonly operations: {
    readonly caption: string;
    readonly learnt: string;
    readonly knowable: string;
    readonly from: string;
    readonly not: string;
    readonly untried: string;
  };
}

/** What the pages of the claims say. */
export const claimWords: Readonly<Record<Locale, ClaimWords>> = {
  en: {
    title: "The claims",
    says: "Every number this site states was measured by our own engine. Here is each with its settings, its spread over seeds, the machine and the day, and the command that measures it again.",
    setting: "Setting",
    memorised: "Memorised at step",
    understood: "Understood at step",
    reached: "Understood",
    of: (reached, of) => `${reached} of ${of}`,
    never: "–",
    try: "train it",
    again: "Once more",
    againSays:
      "The same settings and the same seed give the same bytes, on every machine. By the command line:",
    measuredOn: (date, machine) => `Measured on ${date} (${machine}).`,
    base: "Settings",
    baseSays: "What all runs have in common; the table says where they differ.",
    headline: (runs, at) =>
      `${runs === 1 ? "one run" : `${count(runs)} runs`}, ${at ? `understood at step ${at}` : "none understood"}`,
    readings: "Read off the networks",
    score: ({ runs, foretold, right, wrong, timed, inTime }) =>
      `Before each of these ${count(runs)} runs on a group's table the theory was asked what will come of it. Of ${count(foretold)} it said; of the others, “we cannot say”, since they lie on the border or are not like those that it was fitted to. Of what it said ${count(right)} came true and ${count(wrong)} did not. For ${count(timed)} of those that understood it named a step too: ${count(inTime)} did within a factor of 1.6 of it. Most of these runs are also those that its bounds were drawn by: on others it may do worse.`,
    spread: "The middle of all seeds, with the least and the most in brackets.",
    race: {
      caption: (task) => `${task}: median steps to a test accuracy of 99 %`,
      method: "method",
      shown: (percent) => `${percent} shown`,
      from: "from",
      limits: "times the limit",
      missed: "missed",
      gain: "Adam / guided",
      caps: (caps) => `Steps after which a run counts as missed: ${caps}.`,
    },
    operations: {
      caption: "Examples of the second operation, out of 961 (of 400 in the last two rows)",
      learnt: "what is learnt",
      knowable: "can be known from",
      from: "understood from",
      not: "and not from",
      untried: "not tried",
    },
  },
  "zh-cn": {
    title: "实测数据",
    says: "本站写出的每一个数，都由我们自己的引擎测得。这里逐条列出设置、各个种子之间的差异、机器与日期，以及重测所用的命令。",
    setting: "设置",
    memorised: "记住于第几步",
    understood: "悟出于第几步",
    reached: "悟出者",
    of: (reached, of) => `${of} 次中 ${reached} 次`,
    never: "–",
    try: "跑一遍",
    again: "再测一次",
    againSays: "设置与种子相同，在任何机器上得到的每个字节都相同。在命令行里运行：",
    measuredOn: (date, machine) => `测于 ${date}（${machine}）。`,
    base: "共同的设置",
    baseSays: "各次运行共有的设置；不同之处见上表。",
    headline: (runs, at) => `${count(runs)} 次运行，${at ? `悟出于第 ${at} 步` : "无一悟出规律"}`,
    readings: "从网络中读出的数",
    score: ({ runs, foretold, right, wrong, timed, inTime }) =>
      `这里的 ${count(runs)} 次在群表上的运行，每一次都先问过理论结局如何。其中 ${count(foretold)} 次它作了预测；其余的它说“说不准”，因为正在边界上，或与它拟合过的运行不相像。预测当中 ${count(right)} 次说中，${count(wrong)} 次落空。悟出规律的运行里，有 ${count(timed)} 次它还说了在第几步：${count(inTime)} 次相差在 1.6 倍以内。预测的适用范围大多正是照这些运行划定的，换成别的运行，也许没有这么准。`,
    spread: "数值为各种子的中位数，括号里是最小值与最大值。",
    race: {
      caption: (task) => `${task}：测试准确率达到 99 % 所需步数的中位数`,
      method: "方法",
      shown: (percent) => `给出 ${percent}`,
      from: "最少",
      limits: "极限的倍数",
      missed: "未达到",
      gain: "Adam / 引导",
      caps: (caps) => `超过以下步数即算未达到：${caps}。`,
    },
    operations: {
      caption: "第二种运算的样本数，总共 961 个（末两行 400 个）",
      learnt: "学什么",
      knowable: "多少个起可知",
      from: "多少个起学会",
      not: "多少个学不会",
      untried: "没有再试",
    },
  },
};
