import type { RunState } from "../../live/live-run.ts";
import type { Locale } from "../../site/locales.ts";
import type { Exercise } from "../exercises.ts";
import type { Grade } from "../mark.ts";

type Value = Exercise["value"];

/** What the exercises say. */
export interface PredictWords {
  readonly number: (i: number) => string;
  readonly guess: Readonly<Record<Value, string>>;
  readonly button: Readonly<Record<RunState | "waiting", string>>;
  readonly step: (step: string) => string;
  readonly failed: (message: string) => string;
  readonly neverCame: string;
  readonly withSoMany: (shown: string, understood: boolean) => string;
  readonly came: Readonly<Record<Value, (value: string) => string>>;
  /** @param side −1 if less was said than came, 1 if more, 0 if the same */
  readonly difference: (by: string, side: number) => string;
  readonly measured: Readonly<Record<Value, (least: string, most: string, runs: string) => string>>;
  readonly grade: Readonly<Record<Grade, string>>;
  /** What stands between two sentences. */
  readonly between: string;
  readonly none: string;
  readonly score: (inside: number, near: number, marked: number, of: number) => string;
  readonly noScript: string;
}

const steps = (least: string, most: string, runs: string) =>
  `Over ${runs} beginnings it was ${least} to ${most}.`;
const stepsInChinese = (least: string, most: string, runs: string) =>
  `${runs} 组初始权重下，在 ${least} 到 ${most} 之间。`;

export const predictWords: Readonly<Record<Locale, PredictWords>> = {
  en: {
    number: (i) => `Exercise ${i}`,
    guess: {
      memorisedAt: "I say: at step",
      generalisedAt: "I say: at step",
      testAccuracy: "I say: so many of 100",
      count: "I say: so many entries",
    },
    button: {
      idle: "Run it",
      loading: "Loading …",
      running: "Pause",
      waiting: "Waits its turn",
      paused: "Continue",
      finished: "Done",
      failed: "Run it",
    },
    step: (step) => `Step ${step}.`,
    failed: (message) => `It cannot train: ${message}`,
    neverCame: "The run ended before it came so far: there is no mark.",
    withSoMany: (shown, understood) =>
      `Shown ${shown}, this run ${understood ? "understood" : "did not understand"}.`,
    came: {
      memorisedAt: (step) => `It was step ${step}.`,
      generalisedAt: (step) => `It was step ${step}.`,
      testAccuracy: (share) => `It had ${share} of 100 right.`,
      count: (count) => `Half of the runs we measured understand from ${count} on.`,
    },
    difference: (by, side) =>
      side === 0 ? "You said just that." : `You said ${by} too ${side < 0 ? "little" : "much"}.`,
    measured: {
      memorisedAt: steps,
      generalisedAt: steps,
      testAccuracy: steps,
      count: (low, high, runs) =>
        `${runs} runs of ours place it between ${low} and ${high} (95\u202f%).`,
    },
    grade: {
      inside: "Your number is as good as another seed: full mark.",
      near: "Within a factor of 1.5: half a mark.",
      off: "No mark this time.",
    },
    between: " ",
    none: "No mark yet.",
    score: (inside, near, marked, of) =>
      `${inside} full and ${near} half marks in ${marked} of ${of} exercises: ${inside + near / 2} points.`,
    noScript: "Without JavaScript nothing can be trained here.",
  },
  "zh-cn": {
    number: (i) => `练习 ${i}`,
    guess: {
      memorisedAt: "我猜：第几步",
      generalisedAt: "我猜：第几步",
      testAccuracy: "我猜：100 个里对几个",
      count: "我猜：多少格",
    },
    button: {
      idle: "跑跑看",
      loading: "载入中……",
      running: "暂停",
      waiting: "等待中",
      paused: "继续",
      finished: "已跑完",
      failed: "跑跑看",
    },
    step: (step) => `第 ${step} 步。`,
    failed: (message) => `无法训练：${message}`,
    neverCame: "运行结束时还没到那一步，这题不计分。",
    withSoMany: (shown, understood) =>
      `看了 ${shown} 格，这次运行${understood ? "悟出了规律" : "没有悟出规律"}。`,
    came: {
      memorisedAt: (step) => `结果是第 ${step} 步。`,
      generalisedAt: (step) => `结果是第 ${step} 步。`,
      testAccuracy: (share) => `结果是 100 个里对 ${share} 个。`,
      count: (count) => `我们测得：从 ${count} 格起，有一半的运行悟出规律。`,
    },
    difference: (by, side) =>
      side === 0 ? "猜得一点不差。" : `你猜${side < 0 ? "少" : "多"}了 ${by}。`,
    measured: {
      memorisedAt: stepsInChinese,
      generalisedAt: stepsInChinese,
      testAccuracy: stepsInChinese,
      count: (low, high, runs) => `我们跑了 ${runs} 次，定在 ${low} 到 ${high} 之间（95%）。`,
    },
    grade: {
      inside: "你的数与换个种子一样准：满分。",
      near: "相差不到 1.5 倍：半分。",
      off: "这题没有得分。",
    },
    between: "",
    none: "还没有得分。",
    score: (inside, near, marked, of) =>
      `${of} 题做了 ${marked} 题，满分 ${inside} 题，半分 ${near} 题，共 ${inside + near / 2} 分。`,
    noScript: "没有 JavaScript，这里无法训练。",
  },
};
