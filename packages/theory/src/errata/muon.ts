import { randomStream, uniformBelow } from "@grokscape/group-datasets";
import { captureProbabilities, independentNodesBound, muonNodes } from "../muon/coupon-times.ts";
import { polarFactor, polarStep } from "../muon/polar.ts";
import { column, fromRows } from "../numerics/real-matrix.ts";
import type { Erratum } from "./erratum.ts";

export const muonErrata: readonly Erratum[] = [
  {
    number: 14,
    statements: ["theorem-8", "lemma-10"],
    about: { en: "the lower bound of T₀", "zh-cn": "T₀ 的下界" },
    printed: {
      en: "max(1/min p, Σ 1/l) in the theorem, max(min 1/p, L·Σ 1/l) in the lemma",
      "zh-cn": "定理中为 max(1/min p, Σ 1/l)，引理中为 max(min 1/p, L·Σ 1/l)",
    },
    holds: {
      en: "T₀ ≥ max(1/min p, L·H_L), H_L = Σ_{l=1}^L 1/l, and for equal p it is L·H_L",
      "zh-cn": "T₀ ≥ max(1/min p, L·H_L)，H_L = Σ_{l=1}^L 1/l；各 p 相等时恰为 L·H_L",
    },
    howToCheck: {
      en: "draw one of ten equally likely maxima until all are found, 4000 times: the mean number of draws",
      "zh-cn": "十个等可能的极大，反复抽取直到全部出现，重复 4000 次：平均抽取次数",
    },
    check() {
      const [maxima, trials] = [10, 4000];
      const stream = randomStream(14, "monte-carlo");
      let drawn = 0;
      for (let trial = 0; trial < trials; trial++) {
        for (let found = new Set<number>(); found.size < maxima; drawn++) {
          found.add(uniformBelow(stream, maxima));
        }
      }
      return {
        measured: drawn / trials,
        holds: independentNodesBound(new Float64Array(maxima).fill(1 / maxima)),
        printed: maxima,
        tolerance: 0.7,
      };
    },
  },
  {
    number: 15,
    statements: ["theorem-8"],
    about: { en: "T_a for large a", "zh-cn": "a 较大时的 T_a" },
    printed: { en: "T_a tends to L for large a", "zh-cn": "a 较大时 T_a 趋于 L" },
    holds: {
      en: "only if μ_max/μ_min < 2; else 2^(−a)·T₀ grows as (μ_max/(2·μ_min))^a",
      "zh-cn": "仅当 μ_max/μ_min < 2；否则 2^(−a)·T₀ 按 (μ_max/(2·μ_min))^a 增长",
    },
    howToCheck: {
      en: "two maxima with μ = 1 and 0.3, a = 12: the expected number of nodes where Muon halves the reach of a maximum already found, by adding up its two histories, divided by L",
      "zh-cn":
        "两个极大，μ = 1 与 0.3，a = 12：Muon 将已找到极大的 μ 减半，按两种历史求和得到期望节点数，再除以 L",
    },
    check() {
      const [reach, a] = [[1, 0.3], 12];
      const [p, q] = captureProbabilities(reach, a);
      const halved = 2 ** -a;
      const expected = 1 + (p * (halved * p + q)) / q + (q * (halved * q + p)) / p;
      return {
        measured: expected / 2,
        holds: muonNodes(reach, a) / 2,
        printed: 1,
        tolerance: 1e-6,
      };
    },
  },
  {
    number: 16,
    statements: ["lemma-9"],
    about: { en: "the error of the projection", "zh-cn": "投影的误差" },
    printed: {
      en: "v̂ = v_⊥/‖v_⊥‖ + v_∥/(1 + ‖v_⊥‖) up to O(‖v_⊥‖²)",
      "zh-cn": "v̂ = v_⊥/‖v_⊥‖ + v_∥/(1 + ‖v_⊥‖)，误差 O(‖v_⊥‖²)",
    },
    holds: {
      en: "exactly v̂ = [v_∥ + (1 + ‖v_⊥‖)·v_⊥/‖v_⊥‖]/√((1 + ‖v_⊥‖)² + ‖v_∥‖²); the printed form errs by O(‖v_∥‖²)",
      "zh-cn":
        "精确式为 v̂ = [v_∥ + (1 + ‖v_⊥‖)·v_⊥/‖v_⊥‖]/√((1 + ‖v_⊥‖)² + ‖v_∥‖²)；印刷式的误差为 O(‖v_∥‖²)",
    },
    howToCheck: {
      en: "the polar factor of [Q v] by singular values for Q = (1, 0)ᵀ, v = (1, 0.001)ᵀ: the last entry of its last column",
      "zh-cn": "取 Q = (1, 0)ᵀ、v = (1, 0.001)ᵀ，用奇异值分解求 [Q v] 的极因子：末列末项",
    },
    check() {
      const factor = polarFactor(
        fromRows([
          [1, 1],
          [0, 0.001],
        ]),
      );
      return {
        measured: column(factor, 1)[1],
        holds: polarStep(fromRows([[1], [0]]), [1, 0.001])[1],
        printed: 1,
        tolerance: 1e-9,
      };
    },
  },
];
