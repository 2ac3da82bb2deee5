import type { BorderSweep } from "../../sweep/sweep.ts";
import { base } from "./products.ts";

/** With their orders. */
const groups = [
  ["alternating:4", 12],
  ["frobenius:7,3", 21],
  ["symmetric:4", 24],
  ["frobenius:13,3", 39],
] as const;

/** The products' border on groups with irreps of degree 3, at the recipe for plenty of examples but with fewer nodes. */
const degreeThree: BorderSweep = {
  id: "border-degree-three",
  title: { en: "The border of groups of degree 3", "zh-cn": "3 维表示的群的边界" },
  question: {
    en: "From what share of the table on does a network of products, four nodes a symbol, know groups that have irreps of degree 3: A₄, S₄, Z₇ ⋊ Z₃, Z₁₃ ⋊ Z₃?",
    "zh-cn":
      "乘积节点的网络（每个符号四个节点）要看多大比例的表，才能学会有 3 维表示的群：A₄、S₄、Z₇ ⋊ Z₃、Z₁₃ ⋊ Z₃？",
  },
  base: { ...base, optimiser: { ...base.optimiser, weightDecay: 3.5 } },
  variants: groups.map(([task, order]) => ({
    name: `${task}, M = ${order}`,
    changes: { task, "model.width": 4 * order },
  })),
  border: { over: "split.fraction", from: 0.25, to: 0.95, width: 0.06, budget: 24, ahead: 1 },
};

export default degreeThree;
