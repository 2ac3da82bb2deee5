import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface HistogramWords {
  readonly title: string;
  readonly nothing: string;
  readonly energy: string;
  readonly nodes: string;
  /** All nodes, those that generalise, and of these the ones within 10 % of a level. */
  readonly caption: (nodes: number, generalising: number, near: number | null) => string;
  readonly missing: (missing: number) => string;
}

export const histogramWords: Readonly<Record<Language, HistogramWords>> = {
  en: {
    title: "How high the hidden nodes have climbed",
    nothing: "no nodes to show",
    energy: "energy of a node at norm 1",
    nodes: "hidden nodes",
    caption: (nodes, generalising, near) =>
      `${count(generalising)} of ${count(nodes)} nodes generalise${
        near === null
          ? "."
          : `; ${count(near)} of these have an energy within 10\u202f% of a maximum that the theory names (dashed).`
      }`,
    missing: (missing) => ` ${count(missing)} nodes without an energy are left out.`,
  },
  "zh-cn": {
    title: "隐藏节点爬到了多高",
    nothing: "没有可显示的节点",
    energy: "节点在范数为 1 时的能量",
    nodes: "隐藏节点数",
    caption: (nodes, generalising, near) =>
      `${count(nodes)} 个节点中有 ${count(generalising)} 个泛化${
        near === null
          ? "。"
          : `，其中 ${count(near)} 个的能量与理论给出的极大值（虚线）相差不超过 10%。`
      }`,
    missing: (missing) => `${count(missing)} 个节点没有能量值，未画出。`,
  },
};
