import { cyclic } from "@grokscape/group-datasets";
import { allPairs } from "../energy/group-landscape.ts";
import { backpropagatedGradient, targetDirection } from "../lazy/backpropagated-gradient.ts";
import { centredTarget, type FeatureData } from "../lazy/features.ts";
import { fixedPointGradient } from "../lazy/fixed-point.ts";
import { nodeVariance, randomFeatureConstants } from "../lazy/random-features.ts";
import { topLayerFlow } from "../lazy/top-layer-flow.ts";
import { hiddenFeatures } from "../network/hidden-layer.ts";
import { normalVectors } from "../numerics/normal.ts";
import {
  centreColumns,
  fromRows,
  multiply,
  type RealMatrix,
  scale,
  transpose,
  zeros,
} from "../numerics/real-matrix.ts";
import { columnSpan } from "../numerics/span.ts";
import { dot, norm } from "../numerics/vectors.ts";
import type { Erratum } from "./erratum.ts";

const example: FeatureData = {
  features: { rows: 6, columns: 3, data: normalVectors(10)(18) },
  labels: [0, 1, 2, 0, 1, 2],
  classes: 3,
};

/** V after this time of gradient flow on ½‖P₁⊥(Y − βFV)‖² + ½η‖V‖² from V = 0. */
const flow = (beta: number, weightDecay: number, time: number): RealMatrix =>
  topLayerFlow(
    { ...example, features: scale(beta, example.features) },
    zeros(3, 3),
    weightDecay,
  ).top(time);

/** The c for which c·B is nearest to A. */
const coefficient = ({ data: a }: RealMatrix, { data: b }: RealMatrix): number =>
  dot(a, b) / dot(b, b);

export const lazyErrata: readonly Erratum[] = [
  {
    number: 9,
    statements: ["lemma-1"],
    about: { en: "the factor in Equation 5", "zh-cn": "式 (5) 的系数" },
    printed: {
      en: "η/((Kc₁ + η)(nc₂ + η)), c₁ = a − b",
      "zh-cn": "η/((Kc₁ + η)(nc₂ + η))，c₁ = a − b",
    },
    holds: {
      en: "η/(Kλ + η)² for K ≫ n, λ = a − 2b(½) + b(0), 4 for x² and 0.100314 for ReLU; about 1/(nc₂), whatever η, for n ≫ K",
      "zh-cn":
        "K ≫ n 时为 η/(Kλ + η)²，λ = a − 2b(½) + b(0)，x² 为 4，ReLU 为 0.100314；n ≫ K 时约为 1/(nc₂)，与 η 无关",
    },
    howToCheck: {
      en: "Equation 4 at 4000 random nodes on all pairs of Z₄: its coefficient along ỸỸᵀF̃, times K",
      "zh-cn": "在 Z₄ 的全部数据对上取 4000 个随机节点，计算式 (4) 在 ỸỸᵀF̃ 方向上的系数，再乘以 K",
    },
    check() {
      const [order, width] = [4, 4000];
      const eta = width;
      const data = allPairs(cyclic(order));
      const W = { rows: 8, columns: width, data: normalVectors(9)(8 * width) };
      const features = hiddenFeatures(data, W, "quadratic");
      const labelled = { features, labels: data.labels, classes: order };
      const constants = randomFeatureConstants("quadratic");
      const { same, disjoint, interaction } = constants;
      const c1 = same - disjoint;
      const c2 = nodeVariance(constants, order);
      return {
        measured: width * coefficient(fixedPointGradient(labelled, eta), targetDirection(labelled)),
        holds: (width * eta) / (width * interaction + eta) ** 2,
        printed: (width * eta) / ((width * c1 + eta) * (16 * c2 + eta)),
        tolerance: 0.004,
      };
    },
  },
  {
    number: 10,
    statements: ["appendix-c3"],
    about: { en: "small times, Equation 68", "zh-cn": "小时间展开，式 (68)" },
    printed: { en: "the leading term is β·t·ỸỸᵀF̃", "zh-cn": "首项为 β·t·ỸỸᵀF̃" },
    holds: {
      en: "the gradient of the loss is β·E·Vᵀ, and its leading term β²·t·ỸỸᵀF̃",
      "zh-cn": "损失的梯度是 β·E·Vᵀ，其首项为 β²·t·ỸỸᵀF̃",
    },
    howToCheck: {
      en: "follow the top layer from V = 0 with β = 3 for t = 10⁻⁷: the gradient's coefficient along t·ỸỸᵀF̃",
      "zh-cn": "取 β = 3，从 V = 0 让顶层演化 t = 10⁻⁷：梯度在 t·ỸỸᵀF̃ 方向上的系数",
    },
    check() {
      const [beta, time] = [3, 1e-7];
      const gradient = backpropagatedGradient(example, flow(beta, 0, time), beta);
      const measured = coefficient(gradient, targetDirection(example)) / time;
      return { measured, holds: beta ** 2, printed: beta, tolerance: 1e-3 };
    },
  },
  {
    number: 11,
    statements: ["appendix-c3"],
    about: { en: "the fixed point, Equation 69", "zh-cn": "不动点，式 (69)" },
    printed: { en: "G* is divided by β²", "zh-cn": "G* 除以 β²" },
    holds: {
      en: "the gradient of the loss tends to G*(η/β²), G* taken at another weight decay, and E·Vᵀ to (1/β)·G*(η/β²)",
      "zh-cn": "损失的梯度趋于 G*(η/β²)，即在另一权重衰减下的 G*；E·Vᵀ 趋于 (1/β)·G*(η/β²)",
    },
    howToCheck: {
      en: "the norm of the gradient where the top layer has come to rest, for β = 2 and η = 0.3",
      "zh-cn": "取 β = 2、η = 0.3，顶层静止后梯度的范数",
    },
    check() {
      const [beta, eta] = [2, 0.3];
      const gradient = backpropagatedGradient(example, flow(beta, eta, 1e4), beta);
      return {
        measured: norm(gradient.data),
        holds: norm(fixedPointGradient(example, eta / beta ** 2).data),
        printed: norm(fixedPointGradient(example, eta).data) / beta ** 2,
        tolerance: 1e-9,
      };
    },
  },
  {
    number: 17,
    statements: ["lemma-11"],
    about: { en: "its assumptions", "zh-cn": "引理的假设" },
    printed: {
      en: "‖ỸỸᵀF̃‖ ≥ σ_min(F̃)·‖ỸỸᵀ‖ for any F̃ of full column rank",
      "zh-cn": "任意列满秩的 F̃ 都有 ‖ỸỸᵀF̃‖ ≥ σ_min(F̃)·‖ỸỸᵀ‖",
    },
    holds: {
      en: "needs a target in the span of the features as well; without it the left side can be 0",
      "zh-cn": "还需要目标落在特征张成的空间内；否则左边可以为 0",
    },
    howToCheck: {
      en: "one feature (1, 1, −1, −1) and labels 0, 1, 0, 1: the left side, against the printed bound",
      "zh-cn": "取单个特征 (1, 1, −1, −1) 与标签 0、1、0、1：左边的值与印刷的下界比较",
    },
    check() {
      const data = { features: fromRows([[1], [1], [-1], [-1]]), labels: [0, 1, 0, 1], classes: 2 };
      const Y = centredTarget(data.labels, 2);
      const { smallest } = columnSpan(centreColumns(data.features));
      return {
        measured: norm(targetDirection(data).data),
        holds: 0,
        printed: smallest * norm(multiply(Y, transpose(Y)).data),
        tolerance: 1e-12,
      };
    },
  },
];
