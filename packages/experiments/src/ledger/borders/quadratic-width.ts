import type { BorderSweep } from "../../sweep/sweep.ts";
import { base } from "./quadratic.ts";

/** Twice the nodes of `border-quadratic`, where these begin to be eight a symbol and at a larger size. */
const quadraticWidth: BorderSweep = {
  id: "border-quadratic-width",
  title: { en: "Width and the border of squares", "zh-cn": "宽度与平方节点的边界" },
  question: {
    en: "At M = 31 and 59, where the network of border-quadratic has eight nodes a symbol, does the border move with twice as many? It does if the intervals do not overlap.",
    "zh-cn":
      "M = 31 与 59 时，border-quadratic 的网络每个符号有八个节点；节点加倍，边界会移动吗？区间互不重叠即为移动。",
  },
  base,
  variants: [
    { name: "M = 31, K = 512", changes: { task: "cyclic:31", "model.width": 512 } },
    { name: "M = 59, K = 944", changes: { task: "cyclic:59", "model.width": 944 } },
  ],
  border: { over: "split.criticalMultiple", from: 2.2, to: 4.2, width: 0.06, budget: 24, ahead: 1 },
};

export default quadraticWidth;
