import type { Words } from "./locale.ts";

/** A source that a number can come from. */
export interface Statement {
  readonly title: Words;
  /** What it says, in a sentence. */
  readonly says: Words;
}

const define = <Id extends string>(table: Readonly<Record<Id, Statement>>) => table;

/**
 * Where numbers come from: the statements of Y. Tian, "Provable Scaling Laws of Feature Emergence
 * from Learning Dynamics of Grokking" (arXiv 2509.21519), in the form that holds; the author's
 * code; our own measurements; and the run's config itself.
 */
export const statements = define({
  config: {
    title: { en: "the config", "zh-cn": "运行配置" },
    says: { en: "follows from the run's own settings", "zh-cn": "由运行配置直接得出" },
  },
  "equation-4": {
    title: { en: "Equation 4", "zh-cn": "式 (4)" },
    says: {
      en: "once the top layer has fitted the data, the gradient that reaches the hidden layer is proportional to the weight decay",
      "zh-cn": "顶层拟合数据之后，传到隐藏层的梯度与权重衰减成正比",
    },
  },
  "theorem-2": {
    title: { en: "Theorem 2 (corrected)", "zh-cn": "定理 2（修正后）" },
    says: {
      en: "for σ(x) = x² on all pairs of a group, each nontrivial real irrep gives local maxima of energy M/(2·D), D its real dimension, and there are no others",
      "zh-cn":
        "当 σ(x) = x² 且使用群的全部数据对时，每个非平凡实不可约表示给出能量为 M/(2·D) 的局部极大（D 为其实维数），此外没有其他局部极大",
    },
  },
  "theorem-3": {
    title: { en: "Theorem 3", "zh-cn": "定理 3" },
    says: {
      en: "2·Σ d⁴ hidden nodes over the nontrivial irreps reconstruct the target exactly; 2M − 2 for an abelian group",
      "zh-cn": "对所有非平凡不可约表示取 2·Σ d⁴ 个隐藏节点即可精确重构目标；交换群为 2M − 2",
    },
  },
  construction: {
    title: { en: "our construction", "zh-cn": "我们的构造" },
    says: {
      en: "d³ real nodes for an irrep of type R, 4d³ for type C and 2d³ for type H reconstruct the target exactly",
      "zh-cn": "R 型不可约表示用 d³ 个实节点、C 型用 4d³ 个、H 型用 2d³ 个即可精确重构目标",
    },
  },
  "theorem-4": {
    title: { en: "Theorem 4", "zh-cn": "定理 4" },
    says: {
      en: "about d²·M·ln(M/δ) random pairs keep the maxima of d-dimensional irreps with probability 1 − δ",
      "zh-cn": "约 d²·M·ln(M/δ) 个随机数据对以概率 1 − δ 保住 d 维不可约表示的极大",
    },
  },
  "author-code": {
    title: { en: "the author's code", "zh-cn": "作者的代码" },
    says: {
      en: "the critical train fraction is taken as 2.7482·ln(M)/M, times d/2 for the largest irrep degree d ≥ 2",
      "zh-cn": "临界训练比例取 2.7482·ln(M)/M；若最大不可约表示维数 d ≥ 2，再乘以 d/2",
    },
  },
  measured: {
    title: { en: "our measurements", "zh-cn": "我们的测量" },
    says: {
      en: "Z_17, Z_23 and Z_31 with K = 512, x² and Adam never generalised at n = 2·M·ln M and always did at 3·M·ln M",
      "zh-cn":
        "在 K = 512、x²、Adam 的设置下，Z_17、Z_23、Z_31 在 n = 2·M·ln M 时从不泛化，在 3·M·ln M 时总能泛化",
    },
  },
});

export type StatementId = keyof typeof statements;
