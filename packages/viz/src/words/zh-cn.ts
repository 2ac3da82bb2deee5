import { count, percent, ratio } from "../text/numbers.ts";
import type { Reached, Standing, Words } from "./words.ts";

const trained = "训练样本答对 99%";
const tested = "测试样本答对 99%";
const sides = { train: "训练", test: "测试" } as const;

export const chinese: Words = {
  title: { accuracy: "训练样本与测试样本上的准确率", loss: "训练样本与测试样本上的损失" },
  yAxis: { accuracy: "准确率（%）", loss: "损失，对数刻度" },
  xAxis: { linear: "步", log: "步，对数刻度" },
  side: sides,
  step: "步",
  run: "运行",
  stage: "阶段",
  lastStep: "最后一步",
  of: (side, quantity) => sides[side] + (quantity === "accuracy" ? "准确率" : "损失"),
  nothing: "尚无测量数据",
  flag: {
    memorised: (step) => `记忆：第 ${count(step)} 步`,
    generalised: (step) => `泛化：第 ${count(step)} 步`,
  },
  milestone: { memorised: "记忆", generalised: "泛化" },
  event: "事件",
  stop: "。",
  several: (runs, memorised, generalised) =>
    `共 ${count(runs)} 次运行：线为中位数，色带包含每一次运行。${reached("记忆", memorised, runs)}；${reached("泛化", generalised, runs)}（${trained}，${tested}）。`,
  ended: "已结束的运行保持其最后的值。",
  standing,
  atBest: "至多",
  ceiling: (ceiling) =>
    `凭这些样本，任何学习者的测试准确率至多可望达到 ${percent(ceiling)}（虚线）。`,
  pale: (names) => `淡色供对照：${names.join("；")}。`,
  space: "",
  missing: (missing, of, quantity) =>
    `共 ${count(of)} 个数值，其中 ${count(missing)} 个不是${quantity === "loss" ? "正数" : "0 到 1 之间的数"}，曲线在该处断开。`,
  rows: (shown, of) =>
    shown === of ? "列出全部测量步。" : `共 ${count(of)} 个测量步，列出 ${count(shown)} 个。`,
};

function reached(what: string, { steps, first, last }: Reached, runs: number): string {
  if (steps.length === 0) return `无一${what}`;
  const when = first === last ? `第 ${count(first)} 步` : `第 ${count(first)} 至 ${count(last)} 步`;
  return `${steps.length === runs ? "全部" : `${count(runs)} 次中的 ${count(steps.length)} 次`}在${when}${what}`;
}

function standing({ memorisedAt, generalisedAt, step, accuracy }: Standing): string {
  const now = (side: "train" | "test") => {
    const value = accuracy[side];
    return value === null ? "" : `（${sides[side]}准确率 ${percent(value)}）`;
  };
  if (memorisedAt === null && generalisedAt === null) {
    return `到第 ${count(step)} 步，既未记忆${now("train")}，也未泛化${now("test")}。`;
  }
  if (generalisedAt === null) {
    return `第 ${count(memorisedAt!)} 步完成记忆（${trained}）；到第 ${count(step)} 步尚未泛化${now("test")}。`;
  }
  if (memorisedAt === null) {
    return `第 ${count(generalisedAt)} 步实现泛化（${tested}）；到第 ${count(step)} 步仍未记忆${now("train")}。`;
  }
  const both = `第 ${count(memorisedAt)} 步完成记忆（${trained}），第 ${count(generalisedAt)} 步实现泛化（${tested}）`;
  return `${both}，${delay(memorisedAt, generalisedAt)}。`;
}

function delay(memorisedAt: number, generalisedAt: number): string {
  if (generalisedAt <= memorisedAt) return "没有延迟";
  return memorisedAt > 0
    ? `延迟×${ratio(generalisedAt / memorisedAt)}`
    : `延迟 ${count(generalisedAt)} 步`;
}
