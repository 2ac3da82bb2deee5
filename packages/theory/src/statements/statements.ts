import { type TrainingKind, trainingBorders } from "../scaling/training-borders.ts";
import type { Words } from "./locale.ts";

/** A source that a number can come from. */
export interface Statement {
  readonly title: Words;
  /** What it says, in a sentence, in the form that holds. */
  readonly says: Words;
  /** Exported functions that compute it. */
  readonly functions: readonly string[];
}

function law(kind: TrainingKind): string {
  const { constant, exponent } = trainingBorders[kind];
  return `${constant}·M^${exponent}`;
}

const table = {
  // Stage I, lazy learning (Section 3 and Appendix C)
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

  // Stage II, independent feature learning (Section 4 and Appendix A)
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

  // Stage III, interactive feature learning, and deeper networks (Sections 5, 6 and Appendix B)
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

  // What examples tell any learner
  "what-can-be-known": {
    title: { en: "What can be known", "zh-cn": "能知道什么" },
    says: {
      en: "a held-out cell whose row, column or answer never occurs among n random pairs cannot be known without prior knowledge; the rest, a share (1 − q)³ with q = C(M² − M, n)/C(M² − 1, n) ≈ exp(−n/M), follows in an abelian group's table from linear equations, nearly all of it from about 2.75·M pairs on",
      "zh-cn":
        "n 个随机数据对中，若某个留出格的行、列或答案从未出现，没有先验知识就无从知道；其余的格占 (1 − q)³，q = C(M² − M, n)/C(M² − 1, n) ≈ exp(−n/M)，在交换群的表里可由线性方程推出，n 超过约 2.75·M 时几乎全部推出",
    },
    functions: ["knowable", "bestPossible", "why", "limitCount"],
  },

  // Sources that are no statement
  config: {
    title: { en: "the config", "zh-cn": "运行配置" },
    says: { en: "follows from the run's own settings", "zh-cn": "由运行配置直接得出" },
    functions: ["predict"],
  },
  construction: {
    title: { en: "our construction", "zh-cn": "我们的构造" },
    says: {
      en: "d³ real nodes for an irrep of type R, 4d³ for type C and 2d³ for type H reconstruct the target exactly",
      "zh-cn": "R 型不可约表示用 d³ 个实节点、C 型用 4d³ 个、H 型用 2d³ 个即可精确重构目标",
    },
    functions: ["realReconstructionWidth", "realReconstruction"],
  },
  "author-code": {
    title: { en: "the author's code", "zh-cn": "作者的代码" },
    says: {
      en: "the critical train fraction is taken as 2.7482·ln(M)/M, times d/2 for the largest irrep degree d ≥ 2",
      "zh-cn": "临界训练比例取 2.7482·ln(M)/M；若最大不可约表示维数 d ≥ 2，再乘以 d/2",
    },
    functions: ["authorCriticalFraction"],
  },
  measured: {
    title: { en: "our measurements", "zh-cn": "我们的测量" },
    says: {
      en: "Z_M for M from 11 to 41 with K = 512, x² and Adam never generalised at n = 2·M·ln M and always did from 3.5·M·ln M on, from M = 13 even from 3·M·ln M",
      "zh-cn":
        "在 K = 512、x²、Adam 的设置下，M 从 11 到 41 的 Z_M 在 n = 2·M·ln M 时从不泛化，从 3.5·M·ln M 起总能泛化，M ≥ 13 时从 3·M·ln M 起便是如此",
    },
    functions: ["predict"],
  },
  "measured-borders": {
    title: { en: "our measured borders", "zh-cn": "我们测得的边界" },
    says: {
      en: `half of the runs on a group of M elements understood from ${law("squares")} examples on with x² and Adam; with products and the guided recipe from ${law("products")} (Z_M), ${law("dihedral")} (dihedral groups), or ${law("one-embedding")} with one embedding (Z_M)`,
      "zh-cn": `M 阶群上半数运行学会所需的样本数：x² 与 Adam 为 ${law("squares")}；乘积节点按引导配方，Z_M 为 ${law("products")}，二面体群为 ${law("dihedral")}，共用一个嵌入时 Z_M 为 ${law("one-embedding")}`,
    },
    functions: ["trainingCount"],
  },
  "measured-times": {
    title: { en: "our measured times", "zh-cn": "我们测得的时间" },
    says: {
      en: "with x² and Adam, stage II began after 0.02/(learning rate) steps on Z₁₇, and runs of Z₁₇, Z₂₃ and Z₃₁ generalised after 1583·(c − 2.16)^−1.05 steps at learning rate 1e-3, weight decay 2e-4 and K = 512; the time falls as learning rate^−0.67, weight decay^−0.55 and K^−0.5",
      "zh-cn":
        "使用 x² 与 Adam 时，Z₁₇ 在 0.02/学习率 步后进入第二阶段；Z₁₇、Z₂₃、Z₃₁ 在学习率 1e-3、权重衰减 2e-4、K = 512 下经 1583·(c − 2.16)^−1.05 步泛化；时间按 学习率^−0.67、权重衰减^−0.55、K^−0.5 下降",
    },
    functions: ["independentLearningStep", "expectedGrokStep"],
  },
};

export type StatementId = keyof typeof table;

/**
 * Where numbers come from: the statements of Y. Tian, "Provable Scaling Laws of Feature Emergence
 * from Learning Dynamics of Grokking" (arXiv 2509.21519), in the form that holds; what
 * any learner can know; the author's code; our own measurements; and the run's config itself.
 */
export const statements: Readonly<Record<StatementId, Statement>> = table;
