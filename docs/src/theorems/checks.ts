import { cyclic, randomStream, split, task, uniform } from "@grokscape/group-datasets";
import {
  allPairs,
  ascend,
  captureProbabilities,
  cyclicFeature,
  featureEnergy,
  featureMaximum,
  fixedPointGradient,
  fromRows,
  gaussianKernel,
  groupLandscape,
  hiddenFeatures,
  hiddenGradient,
  independentNodes,
  independentNodesBound,
  interactionMatrix,
  knowable,
  memorisingOptimum,
  modifiedEnergy,
  muonAscentRate,
  muonNodes,
  polarFactor,
  polarStep,
  realReconstruction,
  repulsion,
  residualProjection,
  type StatementId,
  slopeRatio,
  targetDirection,
  targetDirectionBound,
  topLayerFlow,
  winningMaximum,
} from "@grokscape/theory";
import type { Locale } from "../site/locales.ts";
import {
  cosine,
  distance,
  example,
  expectation,
  hermite,
  largestSingularValue,
  matrix,
  missed,
  norm,
  normals,
  product,
  settlingRate,
} from "./by-definition.ts";
import { twoNodes } from "./two-nodes.ts";

type Words = Readonly<Record<Locale, string>>;

/** The two sides of a statement, computed for several values of one variable. */
export interface Check {
  /** The variable's symbol. */
  readonly knob: string;
  /** Its values. */
  readonly positions: readonly number[];
  /** What the left side is, and the right one. */
  readonly left: Words;
  readonly right: Words;
  /** How the sides compare; "≈" allows for the noise of sampling. */
  readonly relation: "=" | "≤" | "≥" | "≈";
  readonly compute: (position: number) => readonly [left: number, right: number];
}

const whole = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Three pairs of one target, the first of this probability. */
const threePairs = (first: number) => [first, (1 - first) / 2, (1 - first) / 2];

/** Both sides of statements that a page can compute in a moment, by the statement's id. */
export const checks: Readonly<Partial<Record<StatementId, Check>>> = {
  "equation-4": {
    knob: "η",
    positions: [0.001, 0.01, 0.1, 1, 10],
    left: { en: "‖G_F‖ at the fitted top layer", "zh-cn": "末层拟合之后的 ‖G_F‖" },
    right: { en: "the formula", "zh-cn": "公式" },
    relation: "=",
    compute(eta) {
      const closed = product(
        product(residualProjection(example.features, eta), targetDirection(example)),
        interactionMatrix(example.features, eta),
      );
      return [norm(fixedPointGradient(example, eta).data), norm(closed.data)];
    },
  },
  "proposition-1": {
    knob: "t",
    positions: [0, 0.1, 0.2, 0.5, 1, 2, 4],
    left: { en: "distance of G_F(t) from where it rests", "zh-cn": "G_F(t) 与静止值的距离" },
    right: { en: "its distance at the start", "zh-cn": "起初的距离" },
    relation: "≤",
    compute(time) {
      const flow = topLayerFlow(example, matrix(5, 3, 2), 0.5);
      const end = flow.gradient(1e6);
      return [distance(flow.gradient(time), end), distance(flow.gradient(0), end)];
    },
  },
  "proposition-3": {
    knob: "t",
    positions: [1, 2, 3, 4],
    left: { en: "how fast G_F falls, η = 0", "zh-cn": "η = 0 时 G_F 下降的速率" },
    right: { en: "σ²_min(F̃)", "zh-cn": "σ²_min(F̃)" },
    relation: "≥",
    compute(time) {
      // more features than samples: the target can be expressed
      const wide = { features: matrix(4, 6, 3), labels: [0, 1, 2, 0], classes: 3 };
      const flow = topLayerFlow(wide, matrix(6, 3, 4), 0);
      const size = (t: number) => norm(flow.gradient(t).data);
      return [Math.log(size(time) / size(time + 0.1)) / 0.1, flow.rate];
    },
  },
  "proposition-4": {
    knob: "η",
    positions: [0.1, 0.5, 1, 2, 5],
    left: { en: "how fast G_F settles", "zh-cn": "G_F 趋于静止的速率" },
    right: { en: "σ²_min(F̃) + η", "zh-cn": "σ²_min(F̃) + η" },
    relation: "≥",
    compute: settlingRate,
  },
  "lemma-3": {
    knob: "l",
    positions: whole(0, 6),
    left: {
      en: "E[h_l(u)·h_l(v)] at ρ = 0.6, by integration",
      "zh-cn": "ρ = 0.6 时积分得 E[h_l(u)·h_l(v)]",
    },
    right: { en: "ρˡ", "zh-cn": "ρˡ" },
    relation: "=",
    compute: (degree) => [
      expectation(0.6, (u, v) => hermite(degree, u) * hermite(degree, v)),
      0.6 ** degree,
    ],
  },
  "lemma-4": {
    knob: "ρ",
    positions: [0, 0.25, 0.5, 0.75, 0.9],
    left: {
      en: "E[σ(u)·σ(v)] for σ(x) = x², by integration",
      "zh-cn": "σ(x) = x² 时积分得 E[σ(u)·σ(v)]",
    },
    right: { en: "the sum over Hermite coefficients", "zh-cn": "Hermite 系数之和" },
    relation: "=",
    compute: (rho) => [
      expectation(rho, (u, v) => u * u * v * v),
      gaussianKernel("quadratic", 1, rho),
    ],
  },
  "lemma-11": {
    knob: "K",
    positions: [6, 7, 8, 10, 12],
    left: { en: "‖ỸỸᵀF̃‖", "zh-cn": "‖ỸỸᵀF̃‖" },
    right: { en: "σ_min(F̃)·‖ỸỸᵀ‖", "zh-cn": "σ_min(F̃)·‖ỸỸᵀ‖" },
    relation: "≥",
    compute(width) {
      const data = { features: matrix(6, width, 5), labels: [0, 1, 2, 0, 1, 2], classes: 3 };
      const { norm, bound } = targetDirectionBound(data);
      return [norm, bound];
    },
  },
  "section-3.2": {
    knob: "α",
    positions: [0.05, 0.1, 0.2, 0.5, 1],
    left: {
      en: "cosine of G_F and the signal after V(0) = 0",
      "zh-cn": "V(0) = 0 时 G_F 与信号的余弦",
    },
    right: { en: "after a V(0) of scale α", "zh-cn": "V(0) 尺度为 α 时的余弦" },
    relation: "≥",
    compute(alpha) {
      const signal = targetDirection(example).data;
      const start = matrix(5, 3, 2);
      const after = (scale: number) => {
        const data = start.data.map((value) => scale * value);
        return cosine(topLayerFlow(example, { ...start, data }, 0.01).gradient(0.02).data, signal);
      };
      return [after(0), after(alpha)];
    },
  },
  "theorem-1": {
    knob: "M",
    positions: [3, 5, 7, 11],
    left: { en: "‖∇E(w)‖ of a random node of Z_M", "zh-cn": "Z_M 上随机节点的 ‖∇E(w)‖" },
    right: { en: "what it receives when G_F = ỸỸᵀF̃", "zh-cn": "G_F = ỸỸᵀF̃ 时它收到的梯度" },
    relation: "=",
    compute(order) {
      const group = cyclic(order);
      const data = allPairs(group);
      const hidden = matrix(2 * order, 1, order);
      const features = hiddenFeatures(data, hidden, "quadratic");
      const direction = targetDirection({ features, labels: data.labels, classes: order });
      const gradient = new Float64Array(2 * order);
      groupLandscape(group).gradient(hidden.data, gradient);
      return [norm(gradient), norm(hiddenGradient(data, hidden, "quadratic", direction).data)];
    },
  },
  "theorem-2": {
    knob: "M",
    positions: [3, 5, 7, 9, 11, 13],
    left: { en: "height that a random node of Z_M climbs to", "zh-cn": "Z_M 上随机节点登到的高度" },
    right: { en: "M/(2·D), D = 2", "zh-cn": "M/(2·D)，D = 2" },
    relation: "=",
    compute: (order) => [
      ascend(groupLandscape(cyclic(order)), normals(order, 2 * order)).energy,
      featureEnergy(order, 2),
    ],
  },
  "corollary-2": {
    knob: "k",
    positions: whole(1, 6),
    left: { en: "energy of the wave of frequency k on Z₁₃", "zh-cn": "Z₁₃ 上频率为 k 的波的能量" },
    right: { en: "M/4", "zh-cn": "M/4" },
    relation: "=",
    compute: (frequency) => [
      groupLandscape(cyclic(13)).value(cyclicFeature(13, frequency, [1, 2])),
      13 / 4,
    ],
  },
  "theorem-3": {
    knob: "M",
    positions: [3, 5, 7, 9, 11],
    left: {
      en: "entries that our constructed network answers right",
      "zh-cn": "构造出的网络答对的格数",
    },
    right: { en: "M²", "zh-cn": "M²" },
    relation: "=",
    compute(order) {
      const group = cyclic(order);
      const data = allPairs(group);
      const { hidden, top } = realReconstruction(group);
      const { data: scores } = product(hiddenFeatures(data, hidden, "quadratic"), top);
      let right = 0;
      for (let i = 0; i < data.count; i++) {
        const row = scores.subarray(i * order, (i + 1) * order);
        if (row.indexOf(Math.max(...row)) === data.labels[i]) right++;
      }
      return [right, order ** 2];
    },
  },
  "theorem-5": {
    knob: "p₁",
    positions: [0.4, 0.5, 0.6, 0.8],
    left: { en: "what the best ReLU node gets", "zh-cn": "最好的 ReLU 节点所得" },
    right: { en: "√(2·Σ p²)", "zh-cn": "√(2·Σ p²)" },
    relation: "=",
    compute(first) {
      const p = threePairs(first);
      return [memorisingOptimum(p, "relu").objective, Math.SQRT2 * norm(p)];
    },
  },
  "lemma-5": {
    knob: "p₁",
    positions: [0.4, 0.5, 0.6, 0.8],
    left: { en: "p·σ′(s)/s of the first pair, SiLU", "zh-cn": "SiLU：第一对的 p·σ′(s)/s" },
    right: { en: "of the second", "zh-cn": "第二对的" },
    relation: "=",
    compute(first) {
      const p = threePairs(first);
      const { s } = memorisingOptimum(p, "silu");
      return [p[0]! * slopeRatio("silu", s[0]!), p[1]! * slopeRatio("silu", s[1]!)];
    },
  },
  "lemma-6": {
    knob: "x",
    positions: [0.25, 0.5, 1, 2],
    left: { en: "φ(x) of ReLU", "zh-cn": "ReLU 的 φ(x)" },
    right: { en: "φ(2x)", "zh-cn": "φ(2x)" },
    relation: "≥",
    compute: (x) => [slopeRatio("relu", x), slopeRatio("relu", 2 * x)],
  },
  "theorem-6": {
    knob: "∠",
    positions: [0, 15, 30, 45, 60, 75, 90],
    left: { en: "b₁₂ of two nodes at that angle", "zh-cn": "夹角如此的两个节点的 b₁₂" },
    right: { en: "entry of (F̃ᵀF̃ + ηI)⁻¹", "zh-cn": "(F̃ᵀF̃ + ηI)⁻¹ 的对应项" },
    relation: "=",
    compute: (degrees) => [
      repulsion(twoNodes(degrees), 0.5, [0, 1]).coefficient,
      interactionMatrix(twoNodes(degrees), 0.5).data[1]!,
    ],
  },
  "theorem-7": {
    knob: "k",
    positions: whole(1, 5),
    left: {
      en: "E_S of the wave of frequency k on Z₁₁, 1 and 2 learnt",
      "zh-cn": "Z₁₁ 上频率 k 的波的 E_S，1 与 2 已学会",
    },
    right: { en: "0 if learnt, else M/4", "zh-cn": "学会的为 0，否则为 M/4" },
    relation: "=",
    compute(place) {
      const group = cyclic(11);
      const w = featureMaximum(group, place, { x: [1, 0], y: [1, 0], z: [1, 0] });
      return [modifiedEnergy(group, w, [1, 2]), place <= 2 ? 0 : 11 / 4];
    },
  },
  "lemma-2": {
    knob: "seed",
    positions: whole(1, 6),
    left: {
      en: "ascent of a Muon step along a random gradient",
      "zh-cn": "Muon 一步沿随机梯度的上升",
    },
    right: { en: "of a plain step of the same spectral length", "zh-cn": "同样谱长度的普通一步" },
    relation: "≥",
    compute(seed) {
      const gradient = matrix(6, 4, seed);
      return [muonAscentRate(gradient), norm(gradient.data) ** 2 / largestSingularValue(gradient)];
    },
  },
  "theorem-8": {
    knob: "L",
    positions: [2, 5, 10, 20, 50],
    left: { en: "independent nodes for L equal peaks", "zh-cn": "L 座等高的峰所需的独立节点" },
    right: { en: "Muon’s bound, a = 2", "zh-cn": "Muon 的上界，a = 2" },
    relation: "≥",
    compute(count) {
      const reach = new Array<number>(count).fill(1);
      return [independentNodes(captureProbabilities(reach, 2)), muonNodes(reach, 2)];
    },
  },
  "lemma-7": {
    knob: "a",
    positions: [1, 2, 4],
    left: {
      en: "share of 4,000 draws that the higher of two peaks wins",
      "zh-cn": "4000 次抽取中高峰胜出的比例",
    },
    right: { en: "μ₁ᵃ/(μ₁ᵃ + μ₂ᵃ), μ = 2, 1", "zh-cn": "μ₁ᵃ/(μ₁ᵃ + μ₂ᵃ)，μ = 2、1" },
    relation: "≈",
    compute(exponent) {
      const stream = randomStream(7, "monte-carlo");
      // P(x ≤ t) = exp(−t^(−a))
      const draw = () => (-Math.log(uniform(stream) || 0.5)) ** (-1 / exponent);
      let won = 0;
      for (let i = 0; i < 4000; i++) if (2 * draw() > draw()) won++;
      return [won / 4000, captureProbabilities([2, 1], exponent)[0]!];
    },
  },
  "lemma-8": {
    knob: "seed",
    positions: whole(1, 6),
    left: { en: "peak that wins when the race is run", "zh-cn": "竞争实际的胜者" },
    right: { en: "peak with the largest μ·α(0)", "zh-cn": "μ·α(0) 最大者" },
    relation: "=",
    compute(seed) {
      const stream = randomStream(seed, "monte-carlo");
      const reach = Array.from({ length: 5 }, () => 0.5 + uniform(stream));
      const start = Array.from({ length: 5 }, () => 0.1 + uniform(stream));
      const race = [...start];
      while (Math.max(...race) < 1e6) {
        const step = 0.001 / Math.max(...race);
        for (const [l, alpha] of race.entries()) race[l] = alpha + step * reach[l]! * alpha ** 2;
      }
      return [1 + race.indexOf(Math.max(...race)), 1 + winningMaximum(reach, start)];
    },
  },
  "lemma-9": {
    knob: "seed",
    positions: whole(1, 6),
    left: {
      en: "cosine of the formula and the last column of the polar factor",
      "zh-cn": "公式与极分解末列的余弦",
    },
    right: { en: "1", "zh-cn": "1" },
    relation: "=",
    compute(seed) {
      const q = polarFactor(matrix(6, 3, seed));
      const v = normals(seed + 100, 6).map((value) => 0.2 * value);
      const rows = Array.from(v, (value, i) => [...q.data.subarray(i * 3, i * 3 + 3), value]);
      const last = polarFactor(fromRows(rows)).data.filter((_, i) => i % 4 === 3);
      return [cosine(last, polarStep(q, v)), 1];
    },
  },
  "lemma-10": {
    knob: "μ",
    positions: [1, 1.5, 2, 4, 8],
    left: {
      en: "T₀ for ten peaks, one of them μ times as high",
      "zh-cn": "十座峰、其中一座高 μ 倍时的 T₀",
    },
    right: { en: "the bound", "zh-cn": "下界" },
    relation: "≥",
    compute(high) {
      const p = captureProbabilities([high, ...new Array<number>(9).fill(1)], 2);
      return [independentNodes(p), independentNodesBound(p)];
    },
  },
  "what-can-be-known": {
    knob: "n/M",
    positions: [3.5, 4, 5, 5.7, 7],
    left: {
      en: "share of Z₇₁’s held-out cells that follow by equations, in 10 splits",
      "zh-cn": "Z₇₁ 的留出格中可由方程推出的比例，10 次划分",
    },
    right: { en: "(1 − q)³", "zh-cn": "(1 − q)³" },
    relation: "≈",
    compute(multiple) {
      const table = task("cyclic:71");
      const count = Math.round(multiple * 71);
      const heldOut = table.size - count;
      let followed = 0;
      for (const seed of whole(1, 10)) {
        followed += knowable(table, split(table, { count, seed })).determined.length;
      }
      return [followed / (10 * heldOut), (1 - missed(71, count)) ** 3];
    },
  },
};

/** Whether the two sides compare as the statement says. */
export function holds(
  relation: Check["relation"],
  [left, right]: readonly [number, number],
): boolean {
  const slack = 1e-6 * Math.max(1, Math.abs(left), Math.abs(right));
  if (relation === "=") return Math.abs(left - right) <= slack;
  if (relation === "≈") return Math.abs(left - right) <= 0.03;
  return relation === "≤" ? left <= right + slack : left >= right - slack;
}
