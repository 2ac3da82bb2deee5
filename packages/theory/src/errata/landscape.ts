import { cyclic, dihedral, isotypicProjector, realIrreps } from "@grokscape/group-datasets";
import { ascend } from "../energy/ascend.ts";
import { cyclicFeature } from "../energy/cyclic-feature.ts";
import { featureEnergy } from "../energy/feature-energy.ts";
import { featureMaximum, matrixCoefficient } from "../energy/feature-maximum.ts";
import { groupLandscape } from "../energy/group-landscape.ts";
import { sphereHessian } from "../energy/hessian.ts";
import { irrepEnergies } from "../energy/irrep-spectrum.ts";
import { normalVectors } from "../numerics/normal.ts";
import { symmetricEigen } from "../numerics/real-matrix.ts";
import type { Erratum } from "./erratum.ts";

export const landscapeErrata: readonly Erratum[] = [
  {
    number: 1,
    statements: ["theorem-2", "corollary-2"],
    about: { en: "energies of the local maxima", "zh-cn": "局部极大的能量" },
    printed: {
      en: "M/8d for a real irrep, M/16d for a complex pair; on Z_M M/16, and M/8 for (−1)^m; quaternionic irreps not treated",
      "zh-cn": "实型 M/8d，复共轭对 M/16d；Z_M 上为 M/16，(−1)^m 为 M/8；未讨论四元数型",
    },
    holds: {
      en: "M/(2·D), D the real dimension: M/2d, M/4d, and M/4d for quaternionic irreps; on Z_M M/4, and M/2 for (−1)^m; b² times that for σ(x) = ax + bx²; M/2d for every type with complex weights",
      "zh-cn":
        "M/(2·D)，D 为实维数：实型 M/2d，复共轭对 M/4d，四元数型 M/4d；Z_M 上为 M/4，(−1)^m 为 M/2；σ(x) = ax + bx² 时再乘 b²；复权重时各型均为 M/2d",
    },
    howToCheck: {
      en: "climb the energy of all pairs of Z₇ from a random start and read its height",
      "zh-cn": "在 Z₇ 的全部数据对上从随机起点做梯度上升，读出所达高度",
    },
    check() {
      const { energy } = ascend(groupLandscape(cyclic(7)), normalVectors(1)(14));
      return { measured: energy, holds: featureEnergy(7, 2), printed: 7 / 16, tolerance: 1e-6 };
    },
  },
  {
    number: 2,
    statements: ["theorem-2"],
    about: { en: "Equations 20, 21 and 25", "zh-cn": "式 (20)、(21)、(25)" },
    printed: {
      en: "E = (M/2)·Σ_{k≠0} (1/d_k)·|Σ_r û*v̂|², with a cross term uvᵀ",
      "zh-cn": "E = (M/2)·Σ_{k≠0} (1/d_k)·|Σ_r û*v̂|²，交叉项为 uvᵀ",
    },
    holds: {
      en: "Ỹᵀσ(Xw) is twice the centred convolution a∗b, w = [a; b] = [u; Pv], so that E = 2M·Σ_{k≠0} (1/d_k)·‖U_kV_k*‖², U_k and V_k the d_k × d_k Fourier blocks",
      "zh-cn":
        "Ỹᵀσ(Xw) 等于中心化卷积 a∗b 的两倍，其中 w = [a; b] = [u; Pv]；故 E = 2M·Σ_{k≠0} (1/d_k)·‖U_kV_k*‖²，U_k、V_k 为 d_k × d_k 的傅里叶块",
    },
    howToCheck: {
      en: "the energy of a random weight vector on all pairs of D₃, against both formulas",
      "zh-cn": "取 D₃ 全部数据对上的随机权重向量，将其能量与两式比较",
    },
    check() {
      const group = dihedral(3);
      const w = normalVectors(2)(12);
      const holds = irrepEnergies(group, w).reduce((a, b) => a + b);
      const degrees = [1, 1, 2];
      let printed = 0;
      for (let k = 1; k < degrees.length; k++) {
        const { re } = isotypicProjector(group, k);
        let overlap = 0;
        for (let a = 0; a < 6; a++) {
          for (let b = 0; b < 6; b++) overlap += w[a] * re[a * 6 + b] * w[6 + group.inverse(b)];
        }
        printed += (6 / 2 / degrees[k]) * overlap ** 2;
      }
      return { measured: groupLandscape(group).value(w), holds, printed, tolerance: 1e-9 };
    },
  },
  {
    number: 3,
    statements: ["theorem-2"],
    about: { en: "form of the local maxima", "zh-cn": "局部极大的形式" },
    printed: { en: "w* = [u; ±Pu] for any u in the irrep", "zh-cn": "w* = [u; ±Pu]，u 任取" },
    holds: {
      en: "a(g) = xᵀρ(g)y and b(g) = yᵀρ(g)z with a common y and independent x and z; on Z_M the phases of a and b are independent. [u; ±Pu] is in general not even critical where D/e ≥ 2, e = 1, 2, 4 for type R, C, H",
      "zh-cn":
        "a(g) = xᵀρ(g)y，b(g) = yᵀρ(g)z，二者共用 y，而 x、z 相互独立；在 Z_M 上 a 与 b 的相位相互独立。当 D/e ≥ 2（R、C、H 型的 e 为 1、2、4）时，一般的 [u; ±Pu] 甚至不是临界点",
    },
    howToCheck: {
      en: "the energy of [u; Pu] for a random u in the plane's irrep of D₃: a maximum would have M/(2·D)",
      "zh-cn": "在 D₃ 的二维不可约表示中随机取 u，计算 [u; Pu] 的能量；若为极大则应等于 M/(2·D)",
    },
    check() {
      const group = dihedral(3);
      const place = realIrreps(group).findIndex(({ dimension }) => dimension === 2);
      const irrep = realIrreps(group)[place];
      const vector = normalVectors(3);
      const [first, second] = [0, 1].map(() => matrixCoefficient(irrep, 6, vector(2), vector(2)));
      const u = first.map((value, g) => value + second[g]);
      const scale = 1 / Math.hypot(...u, ...u);
      const w = Float64Array.from({ length: 12 }, (_, i) =>
        i < 6 ? scale * u[i] : scale * u[group.inverse(i - 6)],
      );
      return {
        measured: groupLandscape(group).value(w),
        holds: irrepEnergies(group, w)[place],
        printed: featureEnergy(6, 2),
        tolerance: 1e-9,
      };
    },
  },
  {
    number: 4,
    statements: ["theorem-2"],
    about: { en: "that maxima are not connected", "zh-cn": "局部极大互不连通" },
    printed: {
      en: "all distinct local maxima are disconnected",
      "zh-cn": "不同的局部极大互不连通",
    },
    holds: {
      en: "only those of different irreps are, and the sign points of an irrep with D = 1; [u; Pu] and [u; −Pu] are joined at constant energy where D ≥ 2",
      "zh-cn":
        "只有不同不可约表示的极大，以及 D = 1 的符号点互不连通；D ≥ 2 时 [u; Pu] 与 [u; −Pu] 可沿等能量路径相连",
    },
    howToCheck: {
      en: "turn the phase of b by π on Z₇, from [u; Pu] to [u; −Pu]: the lowest energy on the way, divided by the maximum",
      "zh-cn": "在 Z₇ 上将 b 的相位转过 π，从 [u; Pu] 到 [u; −Pu]：途中最低能量与极大值之比",
    },
    check() {
      const landscape = groupLandscape(cyclic(7));
      const heights = Array.from({ length: 101 }, (_, i) =>
        landscape.value(cyclicFeature(7, 2, [0, (Math.PI * i) / 100])),
      );
      const measured = Math.min(...heights) / featureEnergy(7, 2);
      return { measured, holds: 1, printed: null, tolerance: 1e-9 };
    },
  },
  {
    number: 5,
    statements: ["corollary-1"],
    about: { en: "flatness of the maxima", "zh-cn": "极大的平坦性" },
    printed: {
      en: "every local maximum is flat for M > 2: its Hessian has a zero eigenvalue",
      "zh-cn": "M > 2 时所有局部极大都是平坦的：Hessian 至少有一个零特征值",
    },
    holds: {
      en: "false where D = 1, a strict maximum. With r = D/e the sphere's Hessian has 3er − e − 2 zeros, e(r − 1) + 1 times −8E*, and −4E* for the rest of 2M − 1",
      "zh-cn":
        "D = 1 时不成立，此时为严格极大。令 r = D/e，则球面 Hessian 有 3er − e − 2 个零特征值、e(r − 1) + 1 个 −8E*，2M − 1 个中其余均为 −4E*",
    },
    howToCheck: {
      en: "count the zero eigenvalues along the sphere at the maximum (−1)^m of Z₄",
      "zh-cn": "在 Z₄ 的极大 (−1)^m 处数球面方向上的零特征值",
    },
    check() {
      const group = cyclic(4);
      const place = realIrreps(group).findIndex(({ dimension }, k) => k > 0 && dimension === 1);
      const w = featureMaximum(group, place, { x: [1], y: [1], z: [1] });
      const { values } = symmetricEigen(sphereHessian(groupLandscape(group), w));
      // one zero is the direction of w itself
      const measured = values.filter((value) => Math.abs(value) < 1e-9).length - 1;
      return { measured, holds: 0, printed: 1, tolerance: 0 };
    },
  },
];
