import type { BorderSweep } from "../../sweep/sweep.ts";
import { base } from "./products.ts";

const ofWidth = (width: number, embedding: "one-hot" | "shared", weightDecay: number) => ({
  task: "cyclic:31",
  "model.width": width,
  "model.embedding": embedding,
  "optimiser.weightDecay": weightDecay,
});

/** Whether nodes limit what `border-products` and `border-one-embedding` find. */
const productsSettings: BorderSweep = {
  id: "border-products-settings",
  title: { en: "What moves the border of products", "zh-cn": "哪些设置会移动乘积节点的边界" },
  question: {
    en: "Does the border of Z₃₁ move if a network of products, with an embedding for each operand or with one, has twice the nodes? It does if the intervals do not overlap.",
    "zh-cn":
      "乘积节点的网络，两个嵌入的与共用一个的，节点加倍后，Z₃₁ 的边界会移动吗？区间互不重叠即为移动。",
  },
  base,
  variants: [
    { name: "2 × W, K = 62", changes: ofWidth(62, "one-hot", 3.5) },
    { name: "2 × W, K = 124", changes: ofWidth(124, "one-hot", 3.5) },
    { name: "1 × W, K = 62", changes: ofWidth(62, "shared", 5.16) },
    { name: "1 × W, K = 124", changes: ofWidth(124, "shared", 5.16) },
  ],
  border: { over: "split.count", from: 110, to: 330, width: 0.06, budget: 24, ahead: 1 },
};

export default productsSettings;
