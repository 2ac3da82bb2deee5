import { define } from "./define.ts";

/** Stage II, independent feature learning (Section 4 and Appendix A). */
export const stageTwo = define({
  "theorem-1": {
    title: { en: "Theorem 1", "zh-cn": "定理 1" },
    says: {
      en: "with G_F ∝ ỸỸᵀF̃ each hidden node climbs an energy of its own, E(w) = ½‖Ỹᵀσ(Xw)‖²",
      "zh-cn": "当 G_F ∝ ỸỸᵀF̃ 时，每个隐藏节点各自沿能量 E(w) = ½‖Ỹᵀσ(Xw)‖² 上升",
    },
    functions: ["energyLandscape", "groupLandscape", "hiddenGradient", "ascend"],
  },
  "theorem-2": {
    title: { en: "Theorem 2 (corrected)", "zh-cn": "定理 2（修正后）" },
    says: {
      en: "for σ(x) = x² on all pairs of a group, each nontrivial real irrep gives local maxima of energy M/(2·D), D its real dimension, and there are no others",
      "zh-cn":
        "当 σ(x) = x² 且使用群的全部数据对时，每个非平凡实不可约表示给出能量为 M/(2·D) 的局部极大（D 为其实维数），此外没有其他局部极大",
    },
    functions: [
      "localMaxima",
      "featureMaximum",
      "featureEnergy",
      "complexFeatureEnergy",
      "featureKinds",
      "irrepEnergies",
      "blockMassEnergy",
    ],
  },
  "corollary-1": {
    title: { en: "Corollary 1 (corrected)", "zh-cn": "推论 1（修正后）" },
    says: {
      en: "a maximum is flat, its Hessian has zero eigenvalues, unless its real irrep has dimension 1",
      "zh-cn": "除实维数为 1 的情形外，极大都是平坦的：Hessian 有零特征值",
    },
    functions: ["hessianSpectrum", "hessian", "sphereHessian"],
  },
  "corollary-2": {
    title: { en: "Corollary 2 (corrected)", "zh-cn": "推论 2（修正后）" },
    says: {
      en: "on Z_M the maxima are single frequencies of energy M/4, and for even M the alternating (−1)^m of energy M/2",
      "zh-cn": "在 Z_M 上极大为单一频率，能量 M/4；M 为偶数时还有交替的 (−1)^m，能量 M/2",
    },
    functions: ["cyclicFeature"],
  },
  "theorem-3": {
    title: { en: "Theorem 3", "zh-cn": "定理 3" },
    says: {
      en: "2·Σ d⁴ hidden nodes over the nontrivial irreps reconstruct the target exactly; 2M − 2 for an abelian group",
      "zh-cn": "对所有非平凡不可约表示取 2·Σ d⁴ 个隐藏节点即可精确重构目标；交换群为 2M − 2",
    },
    functions: ["reconstructionWidth", "complexReconstruction", "realReconstruction"],
  },
  "theorem-4": {
    title: { en: "Theorem 4", "zh-cn": "定理 4" },
    says: {
      en: "about d²·M·ln(M/δ) random pairs keep the maxima of d-dimensional irreps with probability 1 − δ",
      "zh-cn": "约 d²·M·ln(M/δ) 个随机数据对以概率 1 − δ 保住 d 维不可约表示的极大",
    },
    functions: [
      "retentionCount",
      "retentionFailure",
      "retentionTrial",
      "retentionRate",
      "lossFraction",
      "fittedLossFraction",
    ],
  },
  "theorem-5": {
    title: { en: "Theorem 5 (corrected)", "zh-cn": "定理 5（修正后）" },
    says: {
      en: "on examples of one target alone the best node memorises: one pair for x², all pairs by their probability for ReLU",
      "zh-cn":
        "只见到单个目标的样本时，最优节点只会记忆：x² 记住一个数据对，ReLU 则按概率分散到所有数据对",
    },
    functions: ["memorisingOptimum", "memorisingWeights", "classifyNode"],
  },
  "lemma-5": {
    title: { en: "Lemma 5", "zh-cn": "引理 5" },
    says: {
      en: "at the memorising optimum p_g·σ′(s_g)/s_g = 2λ for every pair in use, and Σ s_g² = 2",
      "zh-cn": "在记忆最优解处，每个用到的数据对满足 p_g·σ′(s_g)/s_g = 2λ，且 Σ s_g² = 2",
    },
    functions: ["optimalityGap", "slopeRatio"],
  },
  "lemma-6": {
    title: { en: "Lemma 6", "zh-cn": "引理 6" },
    says: {
      en: "memorisation is focused on one pair where σ′(x)/x is nondecreasing, and spreads where it strictly decreases",
      "zh-cn": "σ′(x)/x 不减时记忆集中于一个数据对，严格递减时则分散",
    },
    functions: ["memorisationForm", "slopeRatio"],
  },
});
