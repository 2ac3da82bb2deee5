import { type Task, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  explain,
  type Locale,
  locales,
  type PredictableConfig,
  predict,
  statements,
} from "../../src/index.ts";
import { figure3 } from "./config.ts";

const text = (passages: ReturnType<typeof explain>) => passages.map(({ text }) => text).join("\n");

test("Figure 3 in plain English", () => {
  const passages = explain(predict(task("cyclic:71"), figure3));
  expect(passages.map(({ about }) => about)).toEqual([
    "task",
    "features",
    "width",
    "critical",
    "verdict",
    "laws",
    "stages",
    "knobs",
  ]);
  expect(passages[3].text).toContain(
    "To get 99 % of the rest right takes 309 random examples on average, whoever learns (What can be known); half of the runs of training like this understood at about 908 in our experiments; this run shows 6.52 times the limit, enough to know it and to train.",
  );
  expect(passages[5].text).toContain("Li₂: n ~ M·ln M, t ~ 1/η: generalises from 832 examples on");
  expect(passages[6].text).toContain("From about step 20 each node learns a feature of its own");
  expect(passages[6].text).toContain("by about step 160 they interact");
  expect(passages[6].text).toContain("fitted to our own runs");
  expect(passages[7].text).toContain(
    "Doubling the weight decay multiplies the time to generalise by 0.683",
  );
  expect(passages[0].text).toBe(
    "Z_71: 71 symbols to answer with, 5,041 examples. Training shows 2,016 of them (40%), which is 6.66 times M·ln M.",
  );
  expect(passages[1].text).toContain(
    "35 of real dimension 2 (a complex pair, degree 1), energy 17.8 each",
  );
  expect(passages[4].text).toMatch(/^We expect this run to generalise\./);
});

test("the same in Chinese", () => {
  const passages = explain(predict(task("cyclic:71"), figure3), "zh-cn");
  expect(passages[0].text).toContain("2,016");
  expect(passages[1].text).toContain("能量均为 17.8");
  expect(passages[3].text).toContain("本次运行给出极限的 6.52 倍，足以知道，也足以训练。");
  expect(passages[4].text).toMatch(/^预计本次运行会泛化。/);
  expect(passages[6].text).toContain("约从第 20 步起");
  expect(passages[7].text).toContain("权重衰减加倍，泛化所需时间变为 0.683 倍");
  expect(text(passages)).not.toMatch(/undefined|NaN|\[object|null/);
});

const { model, optimiser } = figure3;
const runs: [string, Task, PredictableConfig][] = [
  ["transformer", task("cyclic:9"), { ...figure3, model: { ...model, kind: "transformer" } }],
  [
    "network",
    task("cyclic:9"),
    { ...figure3, model: { ...model, bias: true, weights: "complex" } },
  ],
  ["loss", task("cyclic:9"), { ...figure3, loss: "stablemax" }],
  ["recipe", task("cyclic:9"), { ...figure3, batchSize: 8, ridge: 1 }],
  ["relu", task("dihedral:6"), { ...figure3, model: { ...model, activation: "relu" } }],
  ["narrow", task("product:4,7"), { ...figure3, model: { ...model, width: 3 } }],
  ["no decay", task("cyclic:2"), { ...figure3, optimiser: { ...optimiser, weightDecay: 0 } }],
  ["short", task("cyclic:23"), { ...figure3, steps: 10 }],
  ["no group", { ...task("cyclic:9"), group: undefined, id: "nine" }, figure3],
];

test.each(runs)("every caveat has its sentence in both languages: %s", (_, subject, config) => {
  const prediction = predict(subject, config);
  expect(prediction.caveats.length).toBeGreaterThan(0);
  for (const locale of locales) {
    const passages = explain(prediction, locale);
    expect(passages.filter(({ about }) => about === "caveat")).toHaveLength(
      prediction.caveats.length,
    );
    expect(text(passages)).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("a network outside of the theorems: what it has is listed, in both languages", () => {
  const config = {
    ...figure3,
    model: { ...model, bias: true, weights: "complex", batchNorm: true },
  };
  const prediction = predict(task("cyclic:9"), config);
  expect(text(explain(prediction))).toContain(
    "this network has complex weights, biases, and batch norm.",
  );
  expect(text(explain(prediction, "zh-cn"))).toContain("本网络有复数权重、偏置和批归一化。");
});

test("Chinese is Chinese, for every statement too", () => {
  for (const { title, says } of Object.values(statements)) {
    expect(says["zh-cn"]).toMatch(/[\u4e00-\u9fff]/);
    expect(title["zh-cn"]).toMatch(/[\u4e00-\u9fff]/);
    expect(title.en + says.en).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test("an unknown language is refused, naming those there are", () => {
  const prediction = predict(task("cyclic:7"), figure3);
  expect(() => explain(prediction, "fr" as Locale)).toThrow(/no words in "fr"; .*en, zh-cn/);
});
