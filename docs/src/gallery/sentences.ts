import type { Locale } from "../site/locales.ts";

/** What each picture of the gallery is drawn from. */
export const sentences: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  "grokking-curve": {
    en: "One run: addition modulo 31, shown 40 % of its table, 512 hidden nodes.",
    "zh-cn": "一次运行：模 31 加法，给看 40% 的表，512 个隐藏节点。",
  },
  "grokking-seeds": {
    en: "The same settings with five seeds: each run, their median, and how far they spread.",
    "zh-cn": "同样的设置，五个种子：每次运行、它们的中位数，以及散布的范围。",
  },
  "milestone-spread": {
    en: "Networks of 16 to 512 hidden nodes on addition modulo 23: each run, by when it memorised and understood.",
    "zh-cn": "16 至 512 个隐藏节点的网络学模 23 加法：每次运行何时记住，何时悟出。",
  },
  "reading-curve": {
    en: "The gradient that reaches the hidden layer in the run of Z₃₁, beside its test accuracy.",
    "zh-cn": "Z₃₁ 那次运行中到达隐藏层的梯度，与测试准确率对照。",
  },
  "stage-timeline": {
    en: "What the theory measures inside the run of Z₃₁: the gradient to the hidden layer and the turning of both layers.",
    "zh-cn": "理论在 Z₃₁ 的运行里量到的东西：到达隐藏层的梯度，以及两层权重的转动。",
  },
  "phase-diagram": {
    en: "How many pairs of Z_M a network of 256 nodes needs, between where all runs fail and where all succeed, beside what the laws say.",
    "zh-cn":
      "256 个节点的网络学 Z_M 需要多少对：下限处全部失败，上限处全部成功；旁边是各条定律的说法。",
  },
  "border-transition": {
    en: "From how many pairs on a network of 256 nodes understands Z_11, Z_17 and Z_37: the runs that a search asked for, and what they show.",
    "zh-cn":
      "256 个节点的网络从多少对起悟得出 Z_11、Z_17 与 Z_37：一次搜索要求的运行，以及它们说明了什么。",
  },
  "energy-slice": {
    en: "The energy of Z₁₇ along a circle through a feature and through a pair known by heart, for ever smaller shares of the table.",
    "zh-cn": "Z₁₇ 的能量沿一个圆的起伏。圆经过一个特征和背下的一对；给看的份额逐步减少。",
  },
  "energy-histogram": {
    en: "The 512 nodes of the run of Z₃₁ at its end, beside the height that Theorem 2 gives.",
    "zh-cn": "Z₃₁ 那次运行结束时的 512 个节点，以及定理 2 给出的高度。",
  },
  "irrep-spectrum": {
    en: "Every fourth node of the run of Z₃₁: before, half-way and after.",
    "zh-cn": "Z₃₁ 那次运行的节点，每四个取一个：之前、半途与之后。",
  },
  "spectrum-timeline": {
    en: "How the weight of a network that learns the symmetric group S₄ moves between its irreps.",
    "zh-cn": "网络学习对称群 S₄ 时，权重如何在各不可约表示之间转移。",
  },
  "network-diagram": {
    en: "Eight nodes of the run of the first page, addition modulo 23, at step 600: all hold one frequency.",
    "zh-cn": "首页那次运行（模 23 加法）第 600 步的八个节点：都带着同一个频率。",
  },
  "feature-waves": {
    en: "Six nodes that have learnt one frequency each, and two as they were before training.",
    "zh-cn": "六个节点，各学会一个频率；另有两个还是训练之前的样子。",
  },
  "feature-tables": {
    en: "The same eight nodes as patterns on the Cayley table.",
    "zh-cn": "同样的八个节点，画成凯莱表上的图案。",
  },
  "cayley-table": {
    en: "The dihedral group of order 12: the symmetries of a hexagon.",
    "zh-cn": "12 阶二面体群，即正六边形的对称。",
  },
  "character-table": {
    en: "The alternating group of order 12: two of its characters are not real.",
    "zh-cn": "12 阶交错群：有两个特征标不是实的。",
  },
  "irrep-orbits": {
    en: "The symmetric group S₄: its 24 elements by each of its irreps of degree 2 and 3.",
    "zh-cn": "对称群 S₄ 的 24 个元素，由它的 2 维与 3 维不可约表示各画一幅。",
  },
  "learned-table": {
    en: "All pairs of Z₃₁ as the run answered them, from its first step to its last.",
    "zh-cn": "Z₃₁ 的所有数据对，从第一步到最后一步答得如何。",
  },
  "unknowable-cells": {
    en: "Z_31 with two rows of which nothing was ever shown: memorised, and at its end. What these rows hold could not be known; the rest was understood.",
    "zh-cn": "Z_31，有两行始终不给看：记住之时与结束之时。这两行无从得知，其余都悟出来了。",
  },
  "coupon-collector": {
    en: "Networks of 4 to 64 nodes on Z₂₃, five seeds each: how many irreps they find, beside the theory of independent nodes.",
    "zh-cn":
      "Z₂₃ 上 4 至 64 个节点的网络，各五个种子：找到多少个不可约表示，以及节点独立时的理论。",
  },
  "law-leaderboard": {
    en: "The author's law, its rivals and ours, scored on the runs of the same sweep.",
    "zh-cn": "作者的定律、与之竞争的定律和我们的定律，在同一批运行上打分。",
  },
};
