import { preset, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";

/** The run of the site's first page: the paper's network, small enough to grok in seconds. */
const home = {
  task: "cyclic:23",
  split: { fraction: 0.6 },
  model: { width: 256, activation: "quadratic" },
  optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
  steps: 2000,
  evaluateEvery: 1,
  goal: { testAccuracy: 0.99, hold: 100 },
  seed: 1,
} as const satisfies RunConfigInput;

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const { optimiser, model } = home;
const base = { ...home, steps: 5000, goal: { testAccuracy: 0.99, hold: 1 } };
const fraction = (percent: number): Variant => ({
  name: `p = ${percent} %`,
  changes: { split: { fraction: percent / 100 } },
});

/** The settings of the phase diagrams in the paper, with a smaller network. */
const near: RunConfigInput = {
  task: "cyclic:23",
  model: { width: 512, activation: "quadratic" },
  optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 2e-4 },
  steps: 3000,
  evaluateEvery: 10,
  goal: { testAccuracy: 0.99, hold: 10 },
};

/** Tasks of the phase diagram, with the number M of their symbols. */
const tables = [
  ...[11, 13, 17, 19, 23, 29, 31, 37, 41].map((order) => ({ task: `cyclic:${order}`, order })),
  { task: "dihedral:12", order: 24 },
  { task: "frobenius:7,3", order: 21 },
];
const multiples = (order: number) =>
  Array.from({ length: 9 }, (_, i) => 2 + i / 2).filter(
    (c) => c * Math.log(order) <= 0.9 * order && (c <= 4.5 || order === 21),
  );

/** What the article and the guides state. */
export const ofTheSite: readonly Experiment[] = [
  {
    id: "cyclic-23-at-60",
    title: { en: "It understands", "zh-cn": "它懂了" },
    question: {
      en: "Addition modulo 23, 60 % of the table shown: the run of the first page.",
      "zh-cn": "模 23 加法，给看表的 60%：即首页的那次运行。",
    },
    base: home,
    variants: [fraction(60)],
    seeds: seeds(1),
    curves: true,
  },
  {
    id: "cyclic-23-at-20",
    title: { en: "It memorises, and stays there", "zh-cn": "它记住了，也停在那里" },
    question: {
      en: "The same network and the same initial weights, with 20 % of the table shown.",
      "zh-cn": "网络与初始权重都不变，只给看表的 20%。",
    },
    base: { ...home, split: { fraction: 0.2 } },
    variants: [fraction(20)],
    seeds: seeds(1),
    curves: true,
  },
  {
    id: "seeds",
    title: { en: "Twenty beginnings", "zh-cn": "二十组初始权重" },
    question: {
      en: "How much do the two steps, of memorising and of understanding, depend on the initial weights and on which entries are shown?",
      "zh-cn": "记住与悟出各在第几步，与初始权重、与恰好看到哪些格子有多大关系？",
    },
    base,
    variants: [fraction(60)],
    seeds: seeds(20),
  },
  {
    id: "amount-of-data",
    title: { en: "More data, sooner", "zh-cn": "看得越多，懂得越早" },
    question: {
      en: "When does the network of the first page understand, by the share of the table shown?",
      "zh-cn": "给看的比例不同，首页的网络各在第几步悟出规律？",
    },
    base: { ...base, steps: 3000 },
    variants: [30, 35, 40, 45, 50, 60, 70, 80].map(fraction),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "description-length",
    title: { en: "To generalise is to compress", "zh-cn": "泛化就是压缩" },
    question: {
      en: "How many bits does it take to write the network down so that it still knows what it was shown: when it has memorised, when it has 30 % of the held-out answers right, and at the end? And how many of the held-out answers does the network have right that is read back from those bits?",
      "zh-cn":
        "把网络写下来，又不忘掉看过的样本，要多少比特？分别在刚记住时、没看过的答对 30% 时、结束时各量一次。照这些比特还原出的网络，没看过的又能答对多少？",
    },
    base: { ...base, steps: 1500 },
    variants: [60, 45, 25].map(fraction),
    seeds: seeds(5),
    curves: true,
    readings: [
      "bits-memorised",
      "read-back-memorised",
      "bits-at-30",
      "read-back-at-30",
      "bits-at-end",
      "read-back-at-end",
      "plain-bits-at-end",
    ],
  },
  {
    id: "weight-decay",
    title: { en: "Weight decay sets the clock", "zh-cn": "权重衰减决定快慢" },
    question: {
      en: "When does it understand, by the strength of the weight decay?",
      "zh-cn": "权重衰减强弱不同，各在第几步悟出规律？",
    },
    base,
    variants: [0, 5e-5, 1e-4, 2e-4, 4e-4, 8e-4].map((weightDecay) => ({
      name: `η = ${weightDecay}`,
      changes: { optimiser: { ...optimiser, weightDecay } },
    })),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "learning-rate",
    title: { en: "The learning rate near the border", "zh-cn": "边界附近的学习率" },
    question: {
      en: "With 45 % of the table, a little above the border: which learning rates still understand?",
      "zh-cn": "给看 45%，略高于边界：哪些学习率仍能悟出规律？",
    },
    base: { ...base, split: { fraction: 0.45 } },
    variants: [3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1].map((learningRate) => ({
      name: `lr = ${learningRate}`,
      changes: { optimiser: { ...optimiser, learningRate } },
    })),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "width",
    title: { en: "How many hidden nodes", "zh-cn": "要多少隐藏节点" },
    question: {
      en: "When does it understand, by the number K of hidden nodes?",
      "zh-cn": "隐藏节点数 K 不同，各在第几步悟出规律？",
    },
    base,
    variants: [16, 32, 48, 64, 128, 256, 512].map((width) => ({
      name: `K = ${width}`,
      changes: { model: { ...model, width } },
    })),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "zero-init",
    title: { en: "An empty last layer", "zh-cn": "末层从零开始" },
    question: {
      en: "Does it help to begin with V = 0, so that no noise reaches the hidden nodes at first?",
      "zh-cn": "从 V = 0 开始，让隐藏节点起初收不到噪声，有没有帮助？",
    },
    base,
    variants: [1, 0].map((topInit) => ({
      name: `V(0) × ${topInit}`,
      changes: { model: { ...model, topInit } },
    })),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "loss",
    title: { en: "Another loss, the same rule", "zh-cn": "换个损失，还是那条规律" },
    question: {
      en: "Mean squares against cross-entropy, all else equal.",
      "zh-cn": "均方误差与交叉熵，其余都不变。",
    },
    base,
    variants: (["mse", "cross-entropy"] as const).map((loss) => ({
      name: loss,
      changes: { loss },
    })),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "groups",
    title: { en: "Other groups", "zh-cn": "换成别的群" },
    question: {
      en: "Tables of about the same size, 60 % shown unless said: does each get understood, and when?",
      "zh-cn": "几张大小相近的表，除注明者外各给看 60%：都能悟出规律吗？各在第几步？",
    },
    base,
    variants: [
      { name: "Z₂₃", changes: { task: "cyclic:23" } },
      { name: "Z₅ × Z₅", changes: { task: "product:5,5" } },
      { name: "D₁₂", changes: { task: "dihedral:12" } },
      { name: "Z₇ ⋊ Z₃", changes: { task: "frobenius:7,3" } },
      { name: "Z₇ ⋊ Z₃, p = 80 %", changes: { task: "frobenius:7,3", split: { fraction: 0.8 } } },
    ],
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "muon",
    title: { en: "Adam and Muon", "zh-cn": "Adam 与 Muon" },
    question: {
      en: "The first page’s task with 128 hidden nodes: when does it understand under Adam and under Muon, each at four learning rates?",
      "zh-cn":
        "首页的任务，128 个隐藏节点：用 Adam、用 Muon，各取四种学习率，分别在第几步悟出规律？",
    },
    base: { ...base, model: { ...model, width: 128 }, steps: 3000 },
    variants: [
      ...[1e-3, 3e-3, 1e-2, 3e-2].map((learningRate) => ({
        name: `Adam, lr = ${learningRate}`,
        changes: { optimiser: { ...optimiser, learningRate } },
      })),
      ...[5e-3, 1e-2, 2e-2, 5e-2].map((learningRate) => ({
        name: `Muon, lr = ${learningRate}`,
        changes: { optimiser: { kind: "muon" as const, learningRate, weightDecay: 1e-2 } },
      })),
    ],
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "depth",
    title: { en: "Every layer waits for the one below", "zh-cn": "每一层都要等下面那一层" },
    question: {
      en: "L counts the layers of weights, so L − 1 of nodes. When does a network of x² understand, by its depth? 128 nodes a layer, residual connections, 70 % of the table.",
      "zh-cn":
        "L 是权重的层数，节点便有 L − 1 层。x² 网络各在第几步悟出规律，与深度有何关系？每层 128 个节点，带残差连接，给看表的 70%。",
    },
    base: {
      task: "cyclic:23",
      split: { fraction: 0.7 },
      model: { width: 128, activation: "quadratic" },
      optimiser: { kind: "adamw", learningRate: 3e-3, weightDecay: 1 },
      steps: 3000,
      evaluateEvery: 1,
      goal: { testAccuracy: 0.99, hold: 1 },
    },
    variants: [2, 3, 4].map((layers) => ({
      name: `L = ${layers}`,
      changes: { model: { width: 128, activation: "quadratic", hiddenLayers: layers - 2 } },
    })),
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "transformer",
    title: { en: "A small transformer", "zh-cn": "一个小 Transformer" },
    question: {
      en: "One block of 64 dimensions, two heads and 256 nodes, half of the table of addition modulo 59 shown: when does it memorise, and when does it understand?",
      "zh-cn":
        "只有一层，宽 64，两个注意力头，256 个节点，给看模 59 加法表的一半：第几步记住，第几步悟出规律？",
    },
    base: {
      task: "cyclic:59",
      split: { fraction: 0.5 },
      model: { kind: "transformer", width: 64, heads: 2, mlpWidth: 256 },
      loss: "cross-entropy",
      optimiser: { kind: "adamw", learningRate: 3e-3, weightDecay: 1, beta1: 0.9, beta2: 0.98 },
      steps: 3000,
      evaluateEvery: 10,
      goal: { testAccuracy: 0.99, hold: 50 },
    },
    variants: [{ name: "Z₅₉", changes: {} }],
    seeds: seeds(5),
    curves: true,
  },
  {
    id: "phase-diagram",
    title: { en: "How much is enough", "zh-cn": "看多少才够" },
    question: {
      en: "From which multiple c of M ln M examples on do networks understand within 3,000 steps? Nine prime clocks and two groups that do not commute.",
      "zh-cn":
        "样本数达到 M ln M 的多少倍，网络才能在 3000 步之内悟出规律？九只素数钟点的钟，外加两个非交换群。",
    },
    base: near,
    variants: tables.flatMap(({ task, order }) =>
      multiples(order).map((criticalMultiple) => ({
        name: `${task}, c = ${criticalMultiple}`,
        changes: { task, split: { criticalMultiple } },
      })),
    ),
    seeds: seeds(3),
  },
  {
    id: "products",
    title: { en: "Products, trained as the paper trains", "zh-cn": "换成乘积，照论文训练" },
    question: {
      en: "Nodes that multiply what they make of the two operands, all else as the paper trains squares: at which shares of the table does the network understand, and when?",
      "zh-cn":
        "节点改为把两个运算数各自的数相乘，其余照论文训练平方节点的办法：看到表的多少能悟出规律，各在第几步？",
    },
    base: {
      ...preset("tian-fig3").config,
      task: "cyclic:31",
      model: { width: 124, activation: "linear", combine: "product" },
      steps: 8000,
    },
    variants: [28, 26].map(fraction),
    seeds: seeds(3),
  },
];
