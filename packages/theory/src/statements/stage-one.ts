import { define } from "./define.ts";

/** Stage I, lazy learning (Section 3 and Appendix C). */
export const stageOne = define({
  "equation-4": {
    title: { en: "Equation 4", "zh-cn": "式 (4)" },
    says: {
      en: "once the top layer has fitted the data, the gradient that reaches the hidden layer is proportional to the weight decay",
      "zh-cn": "顶层拟合数据之后，传到隐藏层的梯度与权重衰减成正比",
    },
    functions: ["backpropagatedGradient", "ridgeSolution", "fixedPointGradient"],
  },
  "proposition-1": {
    title: { en: "Proposition 1", "zh-cn": "命题 1" },
    says: {
      en: "with fixed features the gradient starts as ỸV₀ᵀ + t·ỸỸᵀF̃ and tends exponentially to η(F̃F̃ᵀ + ηI)⁻¹ỸỸᵀF̃(F̃ᵀF̃ + ηI)⁻¹",
      "zh-cn": "特征固定时，梯度起初为 ỸV₀ᵀ + t·ỸỸᵀF̃，随后指数收敛到 η(F̃F̃ᵀ + ηI)⁻¹ỸỸᵀF̃(F̃ᵀF̃ + ηI)⁻¹",
    },
    functions: ["topLayerFlow", "smallTimeGradient", "fixedPointGradient"],
  },
  "proposition-2": {
    title: { en: "Proposition 2", "zh-cn": "命题 2" },
    says: {
      en: "at small times the gradient is ỸV₀ᵀ + t·ỸỸᵀF̃ up to O(tα + t²), whatever the weight decay",
      "zh-cn": "小时间内梯度为 ỸV₀ᵀ + t·ỸỸᵀF̃，误差 O(tα + t²)，与权重衰减无关",
    },
    functions: ["smallTimeGradient", "targetDirection"],
  },
  "proposition-3": {
    title: { en: "Proposition 3", "zh-cn": "命题 3" },
    says: {
      en: "without weight decay, where the features can express the target, the gradient dies out at least as fast as exp(−σ²_min(F̃)·t)",
      "zh-cn": "没有权重衰减且特征能表示目标时，梯度至少以 exp(−σ²_min(F̃)·t) 的速度消失",
    },
    functions: ["topLayerFlow"],
  },
  "proposition-4": {
    title: { en: "Proposition 4", "zh-cn": "命题 4" },
    says: {
      en: "with weight decay the gradient tends to a limit that is in general not 0, at a rate of at least σ²_min(F̃) + η",
      "zh-cn": "有权重衰减时，梯度以不低于 σ²_min(F̃) + η 的速率趋于一个一般不为 0 的极限",
    },
    functions: ["topLayerFlow", "fixedPointGradient"],
  },
  "lemma-1": {
    title: { en: "Lemma 1 (corrected)", "zh-cn": "引理 1（修正后）" },
    says: {
      en: "at random features the gradient is a multiple of ỸỸᵀF̃: η/(Kλ + η)² for K ≫ n, about 1/(n·c₂) for n ≫ K; an infinitely wide network learns no features",
      "zh-cn":
        "随机特征下梯度是 ỸỸᵀF̃ 的倍数：K ≫ n 时为 η/(Kλ + η)²，n ≫ K 时约为 1/(n·c₂)；无限宽的网络学不到特征",
    },
    functions: [
      "randomFeatureConstants",
      "featureLearningRate",
      "mainEffectEigenvalue",
      "nodeVariance",
    ],
  },
  "lemma-3": {
    title: { en: "Lemma 3", "zh-cn": "引理 3" },
    says: {
      en: "Hermite polynomials of two correlated normal numbers: E[h_l(u)·h_m(v)] = ρ^l where l = m, else 0",
      "zh-cn": "两个相关正态变量的 Hermite 多项式：l = m 时 E[h_l(u)·h_m(v)] = ρ^l，否则为 0",
    },
    functions: ["hermiteCoefficients"],
  },
  "lemma-4": {
    title: { en: "Lemma 4", "zh-cn": "引理 4" },
    says: {
      en: "two samples share E[σ(su)σ(sv)] = Σ_l a_l(s)²·ρ^l in a wide random layer, a_l the Hermite coefficients of σ",
      "zh-cn":
        "在宽的随机层中，两个样本共有 E[σ(su)σ(sv)] = Σ_l a_l(s)²·ρ^l，a_l 为 σ 的 Hermite 系数",
    },
    functions: ["gaussianKernel", "hermiteCoefficients"],
  },
  "lemma-11": {
    title: { en: "Lemma 11 (corrected)", "zh-cn": "引理 11（修正后）" },
    says: {
      en: "where the features can express the target, ‖ỸỸᵀF̃‖ ≥ σ_min(F̃)·‖ỸỸᵀ‖ > 0",
      "zh-cn": "特征能表示目标时，‖ỸỸᵀF̃‖ ≥ σ_min(F̃)·‖ỸỸᵀ‖ > 0",
    },
    functions: ["targetDirectionBound"],
  },
  "section-3.2": {
    title: { en: "Section 3.2", "zh-cn": "第 3.2 节" },
    says: {
      en: "a top layer that starts at 0 sends the hidden layer the signal t·ỸỸᵀF̃ without noise, so that features grow sooner",
      "zh-cn": "顶层从 0 开始时，传给隐藏层的信号 t·ỸỸᵀF̃ 不带噪声，特征更早长出",
    },
    functions: ["smallTimeGradient"],
  },
  "appendix-c3": {
    title: { en: "Appendix C.3 (corrected)", "zh-cn": "附录 C.3（修正后）" },
    says: {
      en: "an output scale β multiplies the first signal, β²·t·ỸỸᵀF̃, and puts η/β² in the place of η at rest",
      "zh-cn": "输出缩放 β 将起初的信号放大为 β²·t·ỸỸᵀF̃，静止时则以 η/β² 代替 η",
    },
    functions: ["backpropagatedGradient", "smallTimeGradient", "fixedPointGradient"],
  },
});
