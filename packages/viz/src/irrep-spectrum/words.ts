import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface SpectrumWords {
  readonly title: string;
  readonly nothing: string;
  readonly irrep: string;
  readonly irrepAxis: string;
  readonly share: string;
  readonly at: (step: number) => string;
  readonly panel: (step: number, pure: number) => string;
  readonly caption: (
    frames: readonly { readonly step: number; readonly pure: number }[],
    nodes: number,
    covered: number,
    irreps: number,
  ) => string;
  readonly rows: (shown: number, of: number) => string;
}

export const spectrumWords: Readonly<Record<Language, SpectrumWords>> = {
  en: {
    title: "Which irreps the hidden nodes hold",
    nothing: "no nodes to show",
    irrep: "irrep",
    irrepAxis: "irreps; a row is a node",
    share: "share of a node: 0",
    at: (step) => `step ${count(step)}`,
    panel: (step, pure) => `step ${count(step)}: ${count(pure)} pure`,
    caption: (frames, nodes, covered, irreps) =>
      `A node is pure where one irrep holds at least half of its weight: ${frames
        .map(({ step, pure }) => `${count(pure)} of ${count(nodes)} at step ${count(step)}`)
        .join(", ")}. At the end ${count(covered)} of ${count(irreps)} nontrivial irreps are held.`,
    rows: (shown, of) => ` ${count(shown)} of ${count(of)} nodes are drawn.`,
  },
  "zh-cn": {
    title: "隐藏节点占据哪些不可约表示",
    nothing: "没有可显示的节点",
    irrep: "不可约表示",
    irrepAxis: "不可约表示；每行一个节点",
    share: "占节点权重：0",
    at: (step) => `第 ${count(step)} 步`,
    panel: (step, pure) => `第 ${count(step)} 步：${count(pure)} 个纯节点`,
    caption: (frames, nodes, covered, irreps) =>
      `若某个不可约表示占节点权重的一半以上，则称该节点为纯节点：${frames
        .map(({ step, pure }) => `第 ${count(step)} 步 ${count(nodes)} 个中有 ${count(pure)} 个`)
        .join("，")}。最终 ${count(irreps)} 个非平凡不可约表示中有 ${count(covered)} 个被占据。`,
    rows: (shown, of) => `共 ${count(of)} 个节点，画出 ${count(shown)} 个。`,
  },
};
