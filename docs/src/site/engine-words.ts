import type { RunConfigInput } from "@grokscape/trainer";
import type { Locale } from "./locales.ts";

type ByLocale = Readonly<Record<Locale, string>>;

/** What an engine may be asked for, and a recipe that asks for it. */
export const wishes: readonly {
  readonly name: ByLocale;
  readonly recipe: Omit<RunConfigInput, "task">;
}[] = [
  {
    name: {
      en: "two layers; x², ReLU, relu², SiLU, GELU, linear, x^q, ax + bx²",
      "zh-cn": "两层网络；x²、ReLU、relu²、SiLU、GELU、线性、x^q、ax + bx²",
    },
    recipe: { model: { activation: "gelu" } },
  },
  {
    name: { en: "any number of operands", "zh-cn": "任意多个运算数" },
    recipe: {},
  },
  {
    name: { en: "mse, cross-entropy, StableMax", "zh-cn": "均方误差、交叉熵、StableMax" },
    recipe: { loss: "stablemax" },
  },
  {
    name: { en: "SGD, Adam, AdamW, Muon", "zh-cn": "SGD、Adam、AdamW、Muon" },
    recipe: { optimiser: { kind: "muon" } },
  },
  {
    name: { en: "the top layer solved by ridge", "zh-cn": "用岭回归求解顶层" },
    recipe: { ridge: 1 },
  },
  {
    name: {
      en: "mini-batches, schedules, penalties, norm clamp",
      "zh-cn": "小批量、学习率调度、惩罚项、范数钳制",
    },
    recipe: { batchSize: 8, penalty: { l1: 1 }, normClamp: 1 },
  },
  {
    name: { en: "Grokfast, ⊥Grad, clipping", "zh-cn": "Grokfast、⊥Grad、梯度裁剪" },
    recipe: { gradientFilters: [{ kind: "orthogonal" }] },
  },
  {
    name: { en: "further hidden layers", "zh-cn": "更多隐藏层" },
    recipe: { model: { hiddenLayers: 1 } },
  },
  {
    name: { en: "trained embeddings, products of operands", "zh-cn": "可训练的嵌入、运算数相乘" },
    recipe: { model: { embedding: "trainable", combine: "product" } },
  },
  {
    name: { en: "complex weights", "zh-cn": "复数权重" },
    recipe: { model: { weights: "complex" } },
  },
  {
    name: { en: "biases, batch norm", "zh-cn": "偏置、批归一化" },
    recipe: { model: { bias: true, batchNorm: true } },
  },
  {
    name: { en: "transformers", "zh-cn": "Transformer" },
    recipe: { model: { kind: "transformer" } },
  },
];

/** What the bench calls its contestants, on the site. */
export const contestantNames: Readonly<Record<string, ByLocale>> = {
  Grokscape: { en: "Grokscape", "zh-cn": "Grokscape" },
  "Grokscape, on the card": { en: "Grokscape, on the card", "zh-cn": "Grokscape，在显卡上" },
  "Grokscape, fast": { en: "Grokscape, fast", "zh-cn": "Grokscape 快速模式" },
  "TensorFlow.js, idiomatic": {
    en: "TensorFlow.js, as one writes it",
    "zh-cn": "TensorFlow.js，通常写法",
  },
  "TensorFlow.js, idiomatic, our kernels": {
    en: "the same, with our kernels",
    "zh-cn": "同上，换上我们的内核",
  },
  "TensorFlow.js, best formulation": {
    en: "TensorFlow.js, best formulation",
    "zh-cn": "TensorFlow.js，最佳写法",
  },
  "TensorFlow.js, best formulation, our kernels": {
    en: "the same, with our kernels",
    "zh-cn": "同上，换上我们的内核",
  },
  "PyTorch, the paper's way": {
    en: "PyTorch, the paper's way",
    "zh-cn": "PyTorch，论文的写法",
  },
  "PyTorch, the paper's way, on the card": {
    en: "PyTorch, the paper's way, on the card",
    "zh-cn": "PyTorch，论文的写法，在显卡上",
  },
  "PyTorch, the paper's way, as a CUDA graph": {
    en: "PyTorch, the paper's way, as a CUDA graph",
    "zh-cn": "PyTorch，论文的写法，CUDA graph",
  },
  "PyTorch by hand, on the card": {
    en: "PyTorch by hand, on the card",
    "zh-cn": "PyTorch，手写，在显卡上",
  },
  "PyTorch by hand, as a CUDA graph": {
    en: "PyTorch by hand, as a CUDA graph",
    "zh-cn": "PyTorch，手写，CUDA graph",
  },
  "PyTorch by hand": { en: "PyTorch by hand", "zh-cn": "PyTorch，手写" },
  "PyTorch by hand, in place": {
    en: "PyTorch by hand, in place",
    "zh-cn": "PyTorch，手写，原地计算",
  },
};

export const engineWords: Readonly<
  Record<Locale, Readonly<Record<"engine" | "threads" | "speeds", string>>>
> = {
  en: {
    engine: "engine",
    threads: "threads",
    speeds: "Milliseconds of one training step, medians",
  },
  "zh-cn": {
    engine: "引擎",
    threads: "线程",
    speeds: "一步训练所需毫秒数（中位数）",
  },
};
