import { define } from "./define.ts";

/** Stage III, interactive feature learning, and deeper networks (Sections 5, 6 and Appendix B). */
export const stageThree = define({
  "theorem-6": {
    title: { en: "Theorem 6", "zh-cn": "定理 6" },
    says: {
      en: "nodes with similar features push each other apart: sign b_jl = −sign(f̃_jᵀP_{η,−jl}f̃_l)",
      "zh-cn": "特征相似的节点相互排斥：sign b_jl = −sign(f̃_jᵀP_{η,−jl}f̃_l)",
    },
    functions: ["interactionMatrix", "residualProjection", "nodeGradient", "repulsion"],
  },
  "theorem-7": {
    title: { en: "Theorem 7 (corrected)", "zh-cn": "定理 7（修正后）" },
    says: {
      en: "once the irreps in S are learned, nodes climb the modified energy E_S, whose maxima lie on the missing irreps alone",
      "zh-cn": "S 中的不可约表示学会之后，节点沿修正能量 E_S 上升，其极大只在缺失的不可约表示上",
    },
    functions: ["modifiedEnergy", "modifiedLandscape", "missingProjector", "learnedBlock"],
  },
  "lemma-2": {
    title: { en: "Lemma 2", "zh-cn": "引理 2" },
    says: {
      en: "Muon climbs the joint energy of all nodes and has the stationary points of gradient ascent",
      "zh-cn": "Muon 沿所有节点的联合能量上升，驻点与梯度上升相同",
    },
    functions: ["muonAscentRate", "polarFactor"],
  },
  "theorem-8": {
    title: { en: "Theorem 8 (corrected)", "zh-cn": "定理 8（修正后）" },
    says: {
      en: "independent nodes collect the L maxima like coupons, in T₀ draws; Muon, node after node, takes at most 2^(−a)·T₀ + (1 − 2^(−a))·L",
      "zh-cn":
        "独立的节点像集券一样收集 L 个极大，需 T₀ 次；Muon 逐个节点地学，至多需 2^(−a)·T₀ + (1 − 2^(−a))·L 次",
    },
    functions: ["independentNodes", "independentNodesBound", "muonNodes"],
  },
  "lemma-7": {
    title: { en: "Lemma 7", "zh-cn": "引理 7" },
    says: {
      en: "of weights with P(x ≤ t) = exp(−t^(−a)) the l-th, times μ_l, is largest with probability μ_l^a/Σμ^a",
      "zh-cn": "若权重满足 P(x ≤ t) = exp(−t^(−a))，则乘以 μ_l 后第 l 个最大的概率为 μ_l^a/Σμ^a",
    },
    functions: ["captureProbabilities"],
  },
  "lemma-8": {
    title: { en: "Lemma 8", "zh-cn": "引理 8" },
    says: {
      en: "a start ends in the maximum whose μ_l·α_l is largest: the first leader wins",
      "zh-cn": "起点最终到达 μ_l·α_l 最大的极大：起初领先者获胜",
    },
    functions: ["winningMaximum"],
  },
  "lemma-9": {
    title: { en: "Lemma 9 (corrected)", "zh-cn": "引理 9（修正后）" },
    says: {
      en: "beside learned directions Q, Muon turns a new direction v into [v_∥ + (1 + ‖v_⊥‖)·v_⊥/‖v_⊥‖]/√((1 + ‖v_⊥‖)² + ‖v_∥‖²): what is new is favoured",
      "zh-cn":
        "在已学方向 Q 之外，Muon 把新方向 v 变为 [v_∥ + (1 + ‖v_⊥‖)·v_⊥/‖v_⊥‖]/√((1 + ‖v_⊥‖)² + ‖v_∥‖²)：新的成分得到加强",
    },
    functions: ["polarStep", "polarFactor"],
  },
  "lemma-10": {
    title: { en: "Lemma 10 (corrected)", "zh-cn": "引理 10（修正后）" },
    says: {
      en: "T₀ is at least max(1/min p, L·Σ 1/l)",
      "zh-cn": "T₀ 至少为 max(1/min p, L·Σ 1/l)",
    },
    functions: ["independentNodesBound"],
  },
  "section-6": {
    title: { en: "Section 6", "zh-cn": "第 6 节" },
    says: {
      en: "in a deeper network the target reaches layer l as (D̃ỸỸᵀD̃)F_l, its samples reweighed by every random layer above: learning starts at the lowest layer, and a residual connection brings it the clear signal",
      "zh-cn":
        "在更深的网络中，目标以 (D̃ỸỸᵀD̃)F_l 的形式到达第 l 层，样本被其上每个随机层重新加权：学习从最低层开始，残差连接则为它带来清晰的信号",
    },
    functions: ["layerGradients", "layerFeatures", "gates", "gatedTargetDirection"],
  },
});
