import type { Locale } from "../../site/locales.ts";
import type { Fault } from "../handed-in.ts";
import type { PictureName } from "../together.ts";

/** What the page of a class’s results says. */
export interface ResultsWords {
  readonly title: string;
  readonly lines: string;
  readonly plot: string;
  readonly files: string;
  readonly stop: string;
  readonly clear: string;
  readonly nothing: string;
  readonly training: (name: string, place: string, step: string) => string;
  readonly found: (runs: number, understood: number, repeated: number) => string;
  readonly tooLarge: (task: string) => string;
  readonly noTask: (task: string) => string;
  readonly skippedTitle: string;
  readonly skipped: (name: string, why: Fault) => string;
  readonly picture: string;
  readonly pictures: Readonly<Record<PictureName, string>>;
  readonly numbers: string;
  readonly noScript: string;
}

const faults = {
  "no-link": "there is no link to the lab in it",
  "not-json": "it is not JSON",
  "no-run": "it is no run that the lab has saved",
  "no-rows": "its measured steps cannot be read",
  "not-ended": "the run had not ended when it was saved",
} as const;

const faultsInChinese: Readonly<Record<keyof typeof faults, string>> = {
  "no-link": "里面没有实验室的链接",
  "not-json": "不是 JSON",
  "no-run": "不是实验室存下的运行",
  "no-rows": "测得的步读不出来",
  "not-ended": "保存时运行还没结束",
};

export const resultsWords: Readonly<Record<Locale, ResultsWords>> = {
  en: {
    title: "Results of a class",
    lines: "Links to the lab, one a line; a name may stand before each",
    plot: "Train and plot",
    files: "Files (Run, JSON), here or dropped anywhere on this box",
    stop: "Stop",
    clear: "Clear all",
    nothing: "Nothing handed in yet.",
    training: (name, place, step) => `Training ${name} (${place}): step ${step}.`,
    found: (runs, understood, repeated) =>
      `${runs} different ${runs === 1 ? "run" : "runs"}, ${understood} understood.${repeated > 0 ? ` ${repeated} handed in more than once, counted once.` : ""}`,
    tooLarge: (task) => `the table of ${task} is too large for a page`,
    noTask: (task) => `there is no task ${task}`,
    skippedTitle: "Skipped",
    skipped: (name, why) =>
      `${name}: ${
        why.fault === "setting"
          ? `the link says something of “${why.setting}” that cannot be`
          : why.fault === "config"
            ? why.message
            : faults[why.fault]
      }.`,
    picture: "Picture",
    pictures: {
      spread: "when each run understood",
      each: "a curve for each setting",
      curves: "the curves, all in one",
      phase: "how much was enough",
    },
    numbers: "The same in numbers",
    noScript: "Without JavaScript nothing can be plotted here.",
  },
  "zh-cn": {
    title: "全班的结果",
    lines: "实验室的链接，每行一个，前面可以写名字",
    plot: "训练并作图",
    files: "文件（运行，JSON），在此选择，或拖到这一框里",
    stop: "停止",
    clear: "全部清除",
    nothing: "还没有人交来结果。",
    training: (name, place, step) => `正在训练 ${name}（${place}）：第 ${step} 步。`,
    found: (runs, understood, repeated) =>
      `共 ${runs} 次不同的运行，其中 ${understood} 次悟出规律。${repeated > 0 ? `另有 ${repeated} 份重复，只算一次。` : ""}`,
    tooLarge: (task) => `${task} 的表太大，网页放不下`,
    noTask: (task) => `没有 ${task} 这个任务`,
    skippedTitle: "跳过的",
    skipped: (name, why) =>
      `${name}：${
        why.fault === "setting"
          ? `链接里“${why.setting}”的说法不成立`
          : why.fault === "config"
            ? why.message
            : faultsInChinese[why.fault]
      }。`,
    picture: "图",
    pictures: {
      spread: "各次运行何时悟出",
      each: "每种设置一条曲线",
      curves: "所有曲线合在一起",
      phase: "看多少才够",
    },
    numbers: "同样的内容，用数字表示",
    noScript: "没有 JavaScript，这里无法作图。",
  },
};
