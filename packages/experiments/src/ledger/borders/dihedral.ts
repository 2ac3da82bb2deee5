import type { BorderSweep } from "../../sweep/sweep.ts";
import { base, decay } from "./products.ts";

const sizes = [5, 7, 11, 17, 23];

/** The products' border on dihedral groups, all of whose other irreps have degree 2. */
const dihedral: BorderSweep = {
  id: "border-dihedral",
  title: { en: "The border of dihedral groups", "zh-cn": "二面体群的边界" },
  question: {
    en: "From how many examples on does a network of products know D_n, of order M = 2n, and as which law of M do they grow? C·M, C·M·ln M and C·M^(3/2) are excluded if their exponents lie outside of the 95 % region of a and b in C·M^a·(ln M)^b.",
    "zh-cn":
      "乘积节点的网络要多少样本才能学会 M = 2n 阶的二面体群 D_n？这个数随 M 按什么规律增长？若 C·M、C·M·ln M 或 C·M^(3/2) 的指数落在 C·M^a·(ln M)^b 中 a、b 的 95% 联合区域之外，即排除该律。",
  },
  base,
  variants: sizes.map((n) => ({
    name: `D(${n}), M = ${2 * n}`,
    changes: {
      task: `dihedral:${n}`,
      "model.width": 4 * n,
      "optimiser.weightDecay": decay(4 * n, 1.45),
    },
  })),
  border: { over: "split.criticalMultiple", from: 1.3, to: 3, width: 0.06, budget: 24, ahead: 1 },
};

export default dihedral;
