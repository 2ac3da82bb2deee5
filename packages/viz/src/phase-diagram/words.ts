import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";
import type { Confidence, PhaseParameter, PhaseUnit } from "./record.ts";

export interface PhaseWords {
  readonly title: string;
  readonly xAxis: Readonly<Record<PhaseParameter, string>>;
  readonly log: string;
  readonly yAxis: Readonly<Record<PhaseUnit, string>>;
  readonly above: string;
  readonly below: string;
  readonly nothing: string;
  /** What came of the runs with one share of examples. */
  readonly trials: Readonly<Record<"all" | "some" | "none", string>>;
  readonly tried: (runs: number, generalised: number) => string;
  readonly measured: string;
  readonly interval: (confidence: Confidence) => string;
  readonly points: (points: number, intervals: number, confidence: Confidence) => string;
  /** How many intervals hold the law that most of them hold. */
  readonly law: (name: string, held: number, of: number) => string;
  readonly missing: (missing: number, of: number) => string;
}

const level = (confidence: number) => `${Number((confidence * 100).toPrecision(4))}\u202f%`;

const barsInEnglish = (confidence: Confidence) =>
  confidence === "border"
    ? " Bars reach from where no run understood to where all did."
    : ` Bars are ${level(confidence)} confidence intervals.`;

const barsInChinese = (confidence: Confidence) =>
  confidence === "border"
    ? "竖线从无一运行泛化处到全部泛化处。"
    : `竖线为 ${level(confidence)} 置信区间。`;

const english: PhaseWords = {
  title: "How many examples it takes to understand",
  xAxis: { M: "group order M", K: "hidden nodes K", lr: "learning rate" },
  log: ", log scale",
  yAxis: {
    share: "share of examples in train, %",
    criticalMultiple: "examples in train, in M ln M",
    perSymbol: "examples in train for each symbol",
  },
  above: "understood",
  below: "memorised only",
  nothing: "nothing measured yet",
  trials: { all: "all runs understood", some: "some did", none: "none did" },
  tried: (runs, generalised) => ` ${count(generalised)} of ${count(runs)} runs understood.`,
  measured: "measured",
  interval: (confidence) =>
    confidence === "border" ? "none to all understood" : `${level(confidence)} interval`,
  points: (points, intervals, confidence) =>
    `With more train examples than at ${points === 1 ? "the point" : "the points"} a network understands; with fewer it only memorises.${intervals ? barsInEnglish(confidence) : ""}`,
  law: (name, held, of) => ` ${name} passes through ${count(held)} of ${count(of)} intervals.`,
  missing: (missing, of) =>
    ` ${count(missing)} of ${count(of)} points are left out: no numbers that the axes can show.`,
};

const chinese: PhaseWords = {
  title: "需要多少样本才能泛化",
  xAxis: { M: "群的阶 M", K: "隐藏节点数 K", lr: "学习率" },
  log: "，对数刻度",
  yAxis: {
    share: "训练样本占比（%）",
    criticalMultiple: "训练样本数，以 M ln M 计",
    perSymbol: "平均每个符号的训练样本数",
  },
  above: "泛化",
  below: "仅记忆",
  nothing: "尚无测量数据",
  trials: { all: "全部泛化", some: "部分泛化", none: "无一泛化" },
  tried: (runs, generalised) => `${count(runs)} 次运行中有 ${count(generalised)} 次泛化。`,
  measured: "测量值",
  interval: (confidence) =>
    confidence === "border" ? "从无一泛化到全部泛化" : `${level(confidence)} 区间`,
  points: (_, intervals, confidence) =>
    `训练样本多于测量点时，网络能够泛化；少于测量点时只会记忆。${intervals ? barsInChinese(confidence) : ""}`,
  law: (name, held, of) => `${name} 穿过 ${count(of)} 个区间中的 ${count(held)} 个。`,
  missing: (missing, of) =>
    `${count(of)} 个点中有 ${count(missing)} 个无法在坐标轴上表示，未画出。`,
};

export const phaseWords: Readonly<Record<Language, PhaseWords>> = {
  en: english,
  "zh-cn": chinese,
};
