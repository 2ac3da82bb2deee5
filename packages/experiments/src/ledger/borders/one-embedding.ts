import type { BorderSweep } from "../../sweep/sweep.ts";
import { decay, base as products } from "./products.ts";

const base = { ...products, model: { ...products.model, embedding: "shared" } } as const;

const width = (M: number) => Math.max(M, Math.min(2 * M, 120));

const ofSizes = (sizes: readonly number[]) =>
  sizes.map((M) => ({
    name: `M = ${M}`,
    changes: {
      task: `cyclic:${M}`,
      "model.width": width(M),
      "optimiser.weightDecay": decay(width(M), 0.45),
    },
  }));

/** The border of products of one embedding by size, M from 11 to 127. */
const oneEmbedding: BorderSweep = {
  id: "border-one-embedding",
  title: { en: "The border of one embedding", "zh-cn": "共用嵌入的边界" },
  question: {
    en: "From how many examples on does a network of products with one embedding for both operands know addition modulo M under the guided recipe, and as which law of M do they grow? C·M, C·M·ln M and C·M^(3/2) are excluded if their exponents lie outside of the 95 % region of a and b in C·M^a·(ln M)^b.",
    "zh-cn":
      "乘积节点、两个运算数共用一个嵌入的网络按引导配方训练，要多少样本才能学会模 M 加法？这个数随 M 按什么规律增长？若 C·M、C·M·ln M 或 C·M^(3/2) 的指数落在 C·M^a·(ln M)^b 中 a、b 的 95% 联合区域之外，即排除该律。",
  },
  base,
  variants: ofSizes([11, 17, 23, 31, 43, 59, 83, 127]),
  border: { over: "split.criticalMultiple", from: 0.8, to: 2.2, width: 0.06, budget: 30, ahead: 1 },
};

export default oneEmbedding;
