import type { Locale } from "../site/locales.ts";

const en = {
  title: "The atlas of small groups",
  says: "Ninety-two multiplication tables, each with what the theory expects of a network that learns it.",
  intro:
    "A group is a table with a rule. Here are all groups of order 2 to 31, in the numbering of GAP’s library; two tables that differ only in the names of their symbols count once. Groups in bold do not commute: there a·b need not be b·a.",
  order: (order: number) => `Order ${order}`,
  page: (name: string, order: number, id: number) =>
    `${name}: a group of ${order} elements, number ${id} of its order.`,
  commutes: { yes: "It commutes: a·b = b·a.", no: "It does not commute: a·b need not be b·a." },
  facts: {
    symbols: "Elements, M",
    classes: "Conjugacy classes",
    centre: "Centre",
    derived: "Derived subgroup",
    exponent: "Exponent",
    kind: "It is",
  },
  kinds: { abelian: "abelian", nilpotent: "nilpotent", solvable: "solvable", simple: "simple" },
  train: "Train this one",
  trainSays: (shown: string, critical: string) =>
    `In the lab, with ${shown} of the table shown. The author’s code expects the change at ${critical}.`,
  tableSays:
    "Row a, column b, colour a·b. Elements are sorted by the powers of one of the largest order, coset by coset.",
  classes: "Conjugacy classes",
  size: "Elements",
  elementOrder: "Order of each",
  example: "One of them",
  characters: "Characters",
  charactersSay:
    "A row for each irreducible representation, a column for each class: the trace of its matrices. ν is 1 for real, 0 for complex and −1 for quaternionic type.",
  shapes: "Shapes",
  shapesSay: (x: string) =>
    `The irreducible representations, drawn: every element g is a point, and lines lead from g to x·g, where x = ${x}. Left out are those that tell only two elements apart, or that x does not turn. On a clock, the lines show how often a representation winds the symbols around the circle.`,
  features: "What a hidden node can learn",
  featuresSay:
    "The peaks of the energy landscape on the whole table, for σ(x) = x²: one family for each nontrivial real irreducible representation, of height M/(2·D), D its real dimension. There are no others.",
  columns: {
    degree: "Degree d",
    type: "Type",
    dimension: "Real dimension D",
    count: "How many",
    energy: "Energy M/(2·D)",
    shape: "The peak is",
  },
  types: { R: "real", C: "complex pair", H: "quaternionic" },
  shape: { strict: "a point", flat: "a flat ridge" },
  expected: "What is expected of training",
  expectedSays: "Numbers of the theory, not measured ones.",
  critical: "Examples at which the author’s code puts the change",
  retention: "Pairs that keep the peaks, Theorem 4 without its constant, δ = 0.05",
  exactWidth: "Hidden nodes that reconstruct the table exactly, Theorem 3",
  construction: "Real hidden nodes in our own construction",
  memory: "Nodes for rote memory, one for each entry",
  tooMany: "more than the table has",
  neighbours: "All groups",
};

const zhCn: typeof en = {
  title: "小群图鉴",
  says: "九十二张运算表，每一张都附上理论对学它的网络有何预期。",
  intro:
    "群就是一张有规律的表。这里收齐 2 阶到 31 阶的所有群，编号与 GAP 的小群库一致；只是符号名字不同的表算同一个群。粗体的群不可交换：a·b 未必等于 b·a。",
  order: (order) => `${order} 阶`,
  page: (name, order, id) => `${name}：${order} 个元素的群，同阶群中的第 ${id} 个。`,
  commutes: { yes: "可交换：a·b = b·a。", no: "不可交换：a·b 未必等于 b·a。" },
  facts: {
    symbols: "元素个数 M",
    classes: "共轭类",
    centre: "中心",
    derived: "换位子群",
    exponent: "指数",
    kind: "性质",
  },
  kinds: { abelian: "交换", nilpotent: "幂零", solvable: "可解", simple: "单" },
  train: "就训练这一个",
  trainSays: (shown, critical) =>
    `在实验室里打开，给看表的 ${shown}。按作者的代码，转变预计发生在 ${critical}。`,
  tableSays: "行为 a，列为 b，颜色为 a·b。先排一个阶最大的元素的各次幂，再逐个陪集排下去。",
  classes: "共轭类",
  size: "元素个数",
  elementOrder: "每个元素的阶",
  example: "举一个",
  characters: "特征标",
  charactersSay:
    "每行是一个不可约表示，每列是一个共轭类，格中为矩阵的迹。ν 为 1、0、−1，分别表示实型、复型、四元数型。",
  shapes: "形状",
  shapesSay: (x) =>
    `不可约表示各画一幅：元素 g 各是一个点，线由 g 连到 x·g，这里 x = ${x}。只分得开两类元素的，或 x 转不动的，都略去不画。对时钟来说，从线的走法看得出这个表示把各个符号绕圆周缠了几圈。`,
  features: "隐藏节点能学到什么",
  featuresSay:
    "σ(x) = x²、看到全表时，能量景观的山峰：每个非平凡实不可约表示给出一族，高度为 M/(2·D)，D 是它的实维数。此外再没有别的峰。",
  columns: {
    degree: "维数 d",
    type: "类型",
    dimension: "实维数 D",
    count: "个数",
    energy: "能量 M/(2·D)",
    shape: "峰的形状",
  },
  types: { R: "实型", C: "复共轭对", H: "四元数型" },
  shape: { strict: "一个点", flat: "一道平坦的山脊" },
  expected: "训练的预期",
  expectedSays: "以下是理论给出的数，不是实测。",
  critical: "作者的代码所取的转变点（样本数）",
  retention: "保住山峰所需的数据对（定理 4，略去常数，δ = 0.05）",
  exactWidth: "精确重构整张表所需的隐藏节点数（定理 3）",
  construction: "我们的构造所需的实隐藏节点数",
  memory: "死记所需的节点数，一格一个",
  tooMany: "超过全表",
  neighbours: "所有的群",
};

/** What the atlas says, in each language. */
export const atlasWords: Readonly<Record<Locale, typeof en>> = { en, "zh-cn": zhCn };
