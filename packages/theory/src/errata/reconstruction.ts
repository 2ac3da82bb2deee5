import { cyclic } from "@grokscape/group-datasets";
import { allPairs } from "../energy/group-landscape.ts";
import { centredTarget } from "../lazy/features.ts";
import { hiddenFeatures } from "../network/hidden-layer.ts";
import { normalVectors } from "../numerics/normal.ts";
import { centreColumns, fromRows, transpose } from "../numerics/real-matrix.ts";
import { columnSpan } from "../numerics/span.ts";
import type { Erratum } from "./erratum.ts";

export const reconstructionErrata: readonly Erratum[] = [
  {
    number: 6,
    statements: ["theorem-3"],
    about: { en: "the nodes, and real weights", "zh-cn": "节点形式与实权重" },
    printed: {
      en: "nodes [u; ±Pu] over the complex numbers; impossible over the reals",
      "zh-cn": "复数域上取节点 [u; ±Pu]；实数域上不可能",
    },
    holds: {
      en: "nodes [u; ±P·conj(u)], and the counts K = 2·Σ m²d² and 2M − 2 are right; over the reals, with free phases, 4 nodes a frequency reconstruct Z_M exactly, as (cos a + cos b)² + (sin a − sin b)² = 2 + 2cos(a + b), while [u; ±Pu] leaves 71 % of the target on Z₇",
      "zh-cn":
        "节点应为 [u; ±P·conj(u)]，节点数 K = 2·Σ m²d² 与 2M − 2 正确；实数域上相位自由时，每个频率 4 个节点即可精确重构 Z_M，因为 (cos a + cos b)² + (sin a − sin b)² = 2 + 2cos(a + b)；而 [u; ±Pu] 在 Z₇ 上留下 71 % 的残差",
    },
    howToCheck: {
      en: "fit the target of Z₇ by many real nodes [u; ±Pu] of every frequency, by least squares: what is left of its norm",
      "zh-cn": "在 Z₇ 上用各频率的大量实节点 [u; ±Pu] 最小二乘拟合目标，看剩下的范数比例",
    },
    check() {
      const order = 7;
      const group = cyclic(order);
      const vector = normalVectors(6);
      const nodes: number[][] = [];
      for (let frequency = 1; frequency <= 3; frequency++) {
        for (let copy = 0; copy < 8; copy++) {
          const [a, b] = vector(2);
          const u = Array.from({ length: order }, (_, m) => {
            const angle = (2 * Math.PI * frequency * m) / order;
            return a * Math.cos(angle) + b * Math.sin(angle);
          });
          const Pu = u.map((_, m) => u[group.inverse(m)]);
          nodes.push([...u, ...Pu], [...u, ...Pu.map((value) => -value)]);
        }
      }
      const hidden = transpose(fromRows(nodes));
      const data = allPairs(group);
      const span = columnSpan(centreColumns(hiddenFeatures(data, hidden, "quadratic")));
      const measured = span.residual(centredTarget(data.labels, order));
      return { measured, holds: Math.SQRT1_2, printed: 0, tolerance: 1e-6 };
    },
  },
];
