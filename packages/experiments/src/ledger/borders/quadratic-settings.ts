import type { BorderSweep } from "../../sweep/sweep.ts";
import { base } from "./quadratic.ts";

/** Whether width, steps and rate limit what `border-quadratic` finds. */
const quadraticSettings: BorderSweep = {
  id: "border-quadratic-settings",
  title: { en: "What moves the border of squares", "zh-cn": "哪些设置会移动平方节点的边界" },
  question: {
    en: "Does the border of Z₂₃ move if the network of squares is four times as wide, is given twice the steps, or a third of the rate and three times the steps? It does if the intervals do not overlap.",
    "zh-cn":
      "平方节点的网络宽四倍、步数加倍，或学习率减为三分之一而步数增为三倍，Z₂₃ 的边界会移动吗？区间互不重叠即为移动。",
  },
  base,
  variants: [
    { name: "K = 256", changes: {} },
    { name: "K = 1024", changes: { "model.width": 1024 } },
    { name: "K = 256, 6000", changes: { steps: 6000 } },
    {
      name: "K = 256, lr = 0.001, 9000",
      changes: { "optimiser.learningRate": 1e-3, steps: 9000 },
    },
  ],
  border: { over: "split.count", from: 130, to: 300, budget: 40, ahead: 1 },
};

export default quadraticSettings;
