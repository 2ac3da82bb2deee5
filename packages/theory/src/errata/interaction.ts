import { characterTable, dihedral, realIrreps } from "@grokscape/group-datasets";
import { modifiedEnergy } from "../energy/modified-energy.ts";
import { interactionMatrix } from "../interaction/node-interaction.ts";
import { normalVectors } from "../numerics/normal.ts";
import { centreColumns, column, multiply } from "../numerics/real-matrix.ts";
import { norm } from "../numerics/vectors.ts";
import type { Erratum } from "./erratum.ts";

export const interactionErrata: readonly Erratum[] = [
  {
    number: 12,
    statements: ["theorem-6"],
    about: { en: "the sum in Equation 9", "zh-cn": "式 (9) 的求和" },
    printed: {
      en: "b_jj·f̃_j + Σ_l b_jl·f̃_l over all l",
      "zh-cn": "b_jj·f̃_j + Σ_l b_jl·f̃_l，l 取遍全部",
    },
    holds: { en: "the sum is over l ≠ j", "zh-cn": "求和取 l ≠ j" },
    howToCheck: {
      en: "the norm of column 0 of F̃B for three random nodes, against both sums",
      "zh-cn": "取三个随机节点，F̃B 第 0 列的范数与两种求和比较",
    },
    check() {
      const features = { rows: 5, columns: 3, data: normalVectors(12)(15) };
      const F = centreColumns(features);
      const B = interactionMatrix(features, 0.3);
      const sum = (weights: readonly number[]) =>
        norm(multiply(F, { rows: 3, columns: 1, data: Float64Array.from(weights) }).data);
      const [own, second, third] = B.data;
      return {
        measured: norm(column(multiply(F, B), 0)),
        holds: sum([own, second, third]),
        printed: sum([2 * own, second, third]),
        tolerance: 1e-12,
      };
    },
  },
  {
    number: 13,
    statements: ["theorem-7"],
    about: { en: "the learned block, and Φ_S", "zh-cn": "已学部分的块与 Φ_S" },
    printed: {
      en: "block (d/M)·χ(h′⁻¹h), then χ(h)·conj χ(h′); Φ_S has one column, a character, for each missing irrep",
      "zh-cn":
        "块为 (d/M)·χ(h′⁻¹h)，其后写作 χ(h)·conj χ(h′)；Φ_S 对每个缺失的不可约表示只有一列，即特征标",
    },
    holds: {
      en: "block (d/M)·χ(h⁻¹h′); Φ_S has d² columns for each missing irrep, √(d/M)·C_ij(·), so that E_S = 2M·Σ_{k∉S} (1/d_k)·‖U_kV_k*‖². The claim, maxima on the missing irreps alone, holds",
      "zh-cn":
        "块为 (d/M)·χ(h⁻¹h′)；Φ_S 对每个缺失的不可约表示有 d² 列 √(d/M)·C_ij(·)，故 E_S = 2M·Σ_{k∉S} (1/d_k)·‖U_kV_k*‖²。结论（极大只在缺失的不可约表示上）成立",
    },
    howToCheck: {
      en: "take from the target of D₃ what the sign irrep answers, and from that compute E_S of a random weight vector, pair by pair",
      "zh-cn": "从 D₃ 的目标中减去符号表示所给出的答案，再对随机权重向量逐对计算 E_S",
    },
    check() {
      const group = dihedral(3);
      const order = 6;
      const w = normalVectors(13)(2 * order);
      const { degrees, classOf, classSizes, re } = characterTable(group);
      const character = (k: number, g: number) => re[k * classSizes.length + classOf[g]];
      const sign = Array.from(degrees).findIndex((degree, k) => k > 0 && degree === 1);
      const place = realIrreps(group).findIndex(({ rows }) => rows.includes(sign));
      /** Σ over the pairs of σ = x², times this function of the product. */
      const against = (f: (h: number) => number) => {
        let sum = 0;
        for (let a = 0; a < order; a++) {
          for (let b = 0; b < order; b++) {
            sum += f(group.multiply(a, b)) * (w[a] + w[order + b]) ** 2;
          }
        }
        return sum;
      };
      let measured = 0;
      for (let h = 0; h < order; h++) {
        const residual = (g: number) =>
          (g === h ? 1 : 0) - 1 / order - (character(sign, g) * character(sign, h)) / order;
        measured += against(residual) ** 2 / 2;
      }
      let printed = 0;
      for (const [k, degree] of degrees.entries()) {
        if (k === 0 || k === sign) continue;
        printed += (degree / order) * (against((g) => character(k, g)) ** 2 / 2);
      }
      return { measured, holds: modifiedEnergy(group, w, [place]), printed, tolerance: 1e-9 };
    },
  },
];
