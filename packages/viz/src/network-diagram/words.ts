import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface NetworkWords {
  readonly title: string;
  readonly nothing: string;
  readonly nodes: (nodes: number) => string;
  readonly above: string;
  readonly below: string;
  readonly node: string;
  readonly symbol: string;
  readonly place: string;
  /** Heads the column of a layer's angles. */
  readonly angle: (layer: string) => string;
  /** Heads the column of the symbols that a node answers to most. */
  readonly largest: (layer: string) => string;
  readonly lines: (nodes: number, operands: string) => string;
  readonly toAnswers: string;
  readonly stop: string;
  readonly wound: (times: number) => string;
  /** How far symbols are from where they belong, on average. */
  readonly off: (degrees: number, radius: string) => string;
  readonly and: string;
}

export const networkWords: Readonly<Record<Language, NetworkWords>> = {
  en: {
    title: "The network, its weights as lines",
    nothing: "no nodes to show",
    nodes: (nodes) => (nodes === 1 ? "1 node" : `${count(nodes)} nodes`),
    above: "weight above 0",
    below: "below 0",
    node: "node",
    symbol: "symbol",
    place: "its place on the circle",
    angle: (layer) => `by the weights of ${layer}`,
    largest: (layer) => `largest weight, ${layer}`,
    lines: (nodes, operands) =>
      `Lines are weights, the stronger the bolder: of ${nodes === 1 ? "one hidden node" : `${count(nodes)} hidden nodes`} to the symbols of ${operands}`,
    toAnswers: " and to the answers",
    stop: ".",
    wound: (times) =>
      ` Symbols of like weights stand together. A wave puts them on the circle: the thread from 0 to 1, 2, 3 and on goes around it ${times === 1 ? "once" : `${count(times)} times`}.`,
    off: (degrees, radius) => ` Now they are ${radius} of the way out, and ${degrees}° off.`,
    and: " and ",
  },
  "zh-cn": {
    title: "网络本身：线就是权重",
    nothing: "没有可显示的节点",
    nodes: (nodes) => `${count(nodes)} 个节点`,
    above: "权重大于 0",
    below: "小于 0",
    node: "节点",
    symbol: "符号",
    place: "在圆上应在的位置",
    angle: (layer) => `按 ${layer} 的权重`,
    largest: (layer) => `${layer} 中权重最大的`,
    lines: (nodes, operands) =>
      `线是权重，越强越粗：从 ${count(nodes)} 个隐藏节点连到 ${operands} 的符号`,
    toAnswers: "，也连到答案",
    stop: "。",
    wound: (times) =>
      `权重相似的符号站在一起。若是一道波，便都在圆上：细线从 0 连到 1、2、3，依次下去，绕 ${count(times)} 圈。`,
    off: (degrees, radius) => `现在平均走到半径的 ${radius}，偏 ${degrees}°。`,
    and: "、",
  },
};
