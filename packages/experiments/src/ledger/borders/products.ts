import type { BorderSweep } from "../../sweep/sweep.ts";

/** Nodes that multiply, as `guidedTraining` sets them near the limit where symbols are few; β₂ is 0.99 for all. */
export const base = {
  task: "cyclic:23",
  model: { kind: "mlp", width: 46, activation: "linear", combine: "product" },
  loss: "mse",
  optimiser: { kind: "adamw", learningRate: 0.1, weightDecay: 3, beta1: 0.6, beta2: 0.99 },
  steps: 3000,
  evaluateEvery: 20,
} as const;

/** Where K nodes answer as much as `answer` at most, and 65 % a step at most; in units of the rate. */
export const decay = (nodes: number, answer: number): number =>
  Number(Math.min(6.5, (nodes / answer) ** (1 / 3)).toPrecision(3));

const ofSizes = (sizes: readonly number[]) =>
  sizes.map((M) => ({
    name: `M = ${M}`,
    changes: {
      task: `cyclic:${M}`,
      "model.width": 2 * M,
      "optimiser.weightDecay": decay(2 * M, 1.45),
    },
  }));

/** The products' border by size, M from 11 to 127. */
const products: BorderSweep = {
  id: "border-products",
  title: { en: "The border of products", "zh-cn": "乘积节点的边界" },
  question: {
    en: "From how many examples on does a network of products, an embedding for each operand, know addition modulo M under the guided recipe with β₂ = 0.99, and as which law of M do they grow? C·M, C·M·ln M and C·M^(3/2) are excluded if their exponents lie outside of the 95 % region of a and b in C·M^a·(ln M)^b.",
    "zh-cn":
      "乘积节点、两个运算数各有嵌入的网络按引导配方（β₂ = 0.99）训练，要多少样本才能学会模 M 加法？这个数随 M 按什么规律增长？若 C·M、C·M·ln M 或 C·M^(3/2) 的指数落在 C·M^a·(ln M)^b 中 a、b 的 95% 联合区域之外，即排除该律。",
  },
  base,
  variants: ofSizes([11, 17, 23, 31, 43, 59, 83, 127]),
  border: { over: "split.criticalMultiple", from: 1.3, to: 2.8, width: 0.06, budget: 30, ahead: 1 },
};

export default products;
