import type { BorderSweep } from "../../sweep/sweep.ts";

/**
 * Nodes of the network for Z_M: at least eight a symbol, four times what the answers need. With
 * twice as many, or four times, the intervals overlap (`quadratic-settings`, `quadratic-width`).
 */
const width = (M: number) => Math.max(256, 8 * M);

const ofSizes = (sizes: readonly number[]) =>
  sizes.map((M) => ({
    name: `M = ${M}`,
    changes: { task: `cyclic:${M}`, "model.width": width(M) },
  }));

/** x² and Adam as in the paper, at three times the rate of its Figure 3. */
export const base = {
  task: "cyclic:23",
  model: { kind: "mlp", width: 256 },
  optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
  steps: 3000,
  evaluateEvery: 20,
} as const;

/** The squares' border by size, M from 11 to 127. */
const quadratic: BorderSweep = {
  id: "border-quadratic",
  title: { en: "The border of squares", "zh-cn": "平方节点的边界" },
  question: {
    en: "From how many examples on does a network of squares under Adam know addition modulo M, and as which law of M do they grow? C·M, C·M·ln M and C·M^(3/2) are excluded if their exponents lie outside of the 95 % region of a and b in C·M^a·(ln M)^b.",
    "zh-cn":
      "平方节点的网络用 Adam 训练，要多少样本才能学会模 M 加法？这个数随 M 按什么规律增长？若 C·M、C·M·ln M 或 C·M^(3/2) 的指数落在 C·M^a·(ln M)^b 中 a、b 的 95% 联合区域之外，即排除该律。",
  },
  base,
  variants: ofSizes([11, 13, 17, 23, 31, 43, 59, 83, 127]),
  border: { over: "split.criticalMultiple", from: 2.2, to: 3.6, width: 0.06, budget: 30, ahead: 1 },
};

export default quadratic;
