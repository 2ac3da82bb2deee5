import { cyclic } from "@grokscape/group-datasets";
import { energyLandscape } from "../energy/landscape.ts";
import { memorisingOptimum, memorisingWeights } from "../memorisation/one-target.ts";
import { scalarActivation } from "../numerics/activation.ts";
import { retentionRate } from "../sampling/retention.ts";
import { type TrainingKind, trainingBorders } from "../scaling/training-borders.ts";
import type { Erratum } from "./erratum.ts";

const law = (kind: TrainingKind) => `M^${trainingBorders[kind].exponent.toFixed(2)}`;

/** Measured with 64 trials a point: where a maximum of Z_M is lost as often as kept. */
const lossFractions = { 11: 0.588, 31: 0.542 } as const;

export const samplingErrata: readonly Erratum[] = [
  {
    number: 7,
    statements: ["theorem-4"],
    about: { en: "as a law for the energy itself", "zh-cn": "作为能量本身的定律" },
    printed: {
      en: "n ≳ d²·M·log(M/δ) random pairs keep the maxima, and fewer lose them: n ~ M·log M",
      "zh-cn": "n ≳ d²·M·log(M/δ) 个随机数据对保住极大，更少则失去：n ~ M·log M",
    },
    holds: {
      en: `an upper bound only. Half of the maxima of Z_M are lost at a share p_c = .588, .577, .542, .507, .455, .409 of the pairs for M = 11, 17, 31, 47, 71, 97; n_c grows as M^1.84 there, and about linearly with D, not d². Whether training follows M·log M is another question: up to M = 127 squares under Adam took n ~ ${law("squares")} in 3,000 steps, products with one embedding ${law("one-embedding")}`,
      "zh-cn": `只是一个上界。M = 11、17、31、47、71、97 时，Z_M 的极大在数据对比例 p_c = .588、.577、.542、.507、.455、.409 处有一半失去；此范围内 n_c 约按 M^1.84 增长，且大致与 D 成正比，而非 d²。训练是否服从 M·log M 是另一个问题：M 不超过 127 时，平方节点用 Adam 在 3000 步之内需 n ~ ${law("squares")}，共用嵌入的乘积节点需 ${law("one-embedding")}`,
    },
    howToCheck: {
      en: "show M = 31 the multiple of M·ln M at which M = 11 loses half of its maxima: by the printed law it loses half too. The share that is kept in 60 trials",
      "zh-cn":
        "让 M = 31 使用与 M = 11 失去一半极大时相同的 M·ln M 倍数的样本；按印刷的定律也应失去一半。取 60 次试验中保住的比例",
    },
    check() {
      const multiple = (lossFractions[11] * 11) / Math.log(11);
      const count = Math.round(multiple * 31 * Math.log(31));
      const { rate } = retentionRate({ group: cyclic(31), irrep: 1, count, seed: 7 }, 60);
      return { measured: rate, holds: 0, printed: 0.5, tolerance: 0.1 };
    },
  },
  {
    number: 8,
    statements: ["theorem-5"],
    about: { en: "the target, and other optima", "zh-cn": "目标与其他最优解" },
    printed: {
      en: "holds for E with the centred target Ỹ, and no other local optimum exists",
      "zh-cn": "对中心化目标 Ỹ 的能量 E 成立，且没有其他局部最优",
    },
    holds: {
      en: "needs the uncentred Y, as for one target the centred energy is 0 everywhere, and s ≥ 0: SiLU has a second maximum, ReLU a dead plateau",
      "zh-cn":
        "需用未中心化的 Y（只有一个目标时，中心化后的能量恒为 0），并要求 s ≥ 0：SiLU 另有一个极大，ReLU 有一片死区",
    },
    howToCheck: {
      en: "the centred energy of the memorising optimum on the pairs of one target of Z₅",
      "zh-cn": "在 Z₅ 单个目标的数据对上，记忆最优解的中心化能量",
    },
    check() {
      const group = cyclic(5);
      const p = [0.3, 0.25, 0.2, 0.15, 0.1];
      const w = memorisingWeights(group, 0, memorisingOptimum(p, "relu").s);
      const operands = Uint16Array.from(p.flatMap((_, g) => [g, group.inverse(g)]));
      const data = { count: 5, arity: 2, operands, labels: new Uint16Array(5) };
      const options = { vocabulary: 5, classes: 5, activation: "relu" } as const;
      const { value } = scalarActivation("relu");
      let sum = 0;
      for (let g = 0; g < 5; g++) sum += value(w[g] + w[5 + group.inverse(g)]);
      return {
        measured: energyLandscape(data, options).value(w),
        holds: 0,
        printed: sum ** 2 / 2,
        tolerance: 1e-12,
      };
    },
  },
];
