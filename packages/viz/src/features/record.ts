import { type FeatureState, stateForm } from "../energy/record.ts";
import {
  array,
  type Form,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { type Hue, hueForm } from "../palette/hue.ts";
import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/** The weights of one hidden node, for each element of the group as first and as second operand. */
export interface NodeWeights {
  readonly name: string;
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** The hue of the irrep that the node holds: the same in all pictures. */
  readonly hue?: Hue;
  /** Gives the colour where there is no hue; without either it is ink. */
  readonly state?: FeatureState;
}

/** A node for `featureWaves`, which needs no second operand. */
export interface NodeWave extends Omit<NodeWeights, "b">, Partial<Pick<NodeWeights, "b">> {
  /** The cosine that it is compared with, on a cyclic group. */
  readonly fit?: FittedWave;
}

/** c·cos(2πkg/M) + s·sin(2πkg/M) over the elements g of a cyclic group. */
export interface FittedWave {
  /** k, from 1 to M/2. */
  readonly frequency: number;
  /** c and s of the first operand. */
  readonly a: readonly [number, number];
  /** c and s of the second. */
  readonly b?: readonly [number, number];
}

const most = 24;

const fitForm = record({ frequency: whole(1), a: numbers, b: optional(numbers) });

const nodesForm = (b: Form): Form =>
  array(
    record({
      ...{ name: text, a: numbers, b },
      hue: optional(hueForm),
      state: optional(stateForm),
      fit: optional(fitForm),
    }),
  );

const nodeForm = nodesForm(numbers);
const waveForm = nodesForm(optional(numbers));

/**
 * @param b whether every node must have a second operand
 * @returns the order of the group
 * @throws PictureError for too many nodes, or weights that do not match
 */
export function readNodes(nodes: readonly NodeWave[], b: "b" | "maybe b"): number {
  mustBe("nodes", b === "b" ? nodeForm : waveForm, nodes);
  if (nodes.length > most) {
    throw new PictureError(`a feature gallery shows at most ${most} nodes; got ${nodes.length}`);
  }
  const order = nodes[0]?.a.length ?? 0;
  for (const { name, a, b = a } of nodes) {
    if (a.length !== order || b.length !== order) {
      throw new PictureError(
        `every node needs ${order} weights for each operand; "${name}" has ${a.length} and ${b.length}`,
      );
    }
  }
  return order;
}

interface FeatureWords {
  readonly waves: string;
  readonly tables: string;
  readonly nothing: string;
  readonly first: string;
  readonly second: string;
  readonly element: string;
  readonly node: string;
  readonly mean: string;
  readonly largest: string;
  readonly fit: string;
  readonly elements: (order: number) => string;
  /** Of elements that stand where each node's wave has wound them to. */
  readonly wound: string;
  readonly wavesCaption: (order: number, both: boolean) => string;
  readonly tablesCaption: (drawn: number, order: number) => string;
}

export const featureWords: Readonly<Record<Language, FeatureWords>> = {
  en: {
    waves: "What hidden nodes look for: waves on the group",
    tables: "What hidden nodes look for: patterns on the Cayley table",
    nothing: "no nodes to show",
    first: "weights of the first operand, a(g)",
    second: "of the second, b(g)",
    element: "element",
    node: "node",
    mean: "mean",
    largest: "largest value at",
    fit: "the cosine that fits best",
    elements: (order) => `elements 0 to ${count(order - 1)}`,
    wound: "elements g in the order of k·g, a node’s own k",
    wavesCaption: (order, both) =>
      `Each panel is one node, its weights over the ${count(order)} elements. On a cyclic group, a node that generalises is a wave${both ? " in both operands" : ""}; one that memorises rests on few elements.`,
    tablesCaption: (drawn, order) =>
      `Each panel is one node: a(g) + b(h), what it sees of row g and column h. Stripes or blocks mean that it follows the group; a single cross, that it knows one pair by heart.${
        drawn < order ? ` ${count(drawn)} of ${count(order)} elements are drawn.` : ""
      }`,
  },
  "zh-cn": {
    waves: "隐藏节点在寻找什么：群上的波",
    tables: "隐藏节点在寻找什么：凯莱表上的图案",
    nothing: "没有可显示的节点",
    first: "第一个操作数的权重 a(g)",
    second: "第二个操作数的权重 b(g)",
    element: "元素",
    node: "节点",
    mean: "均值",
    largest: "最大值位于",
    fit: "拟合得最好的余弦",
    elements: (order) => `元素 0 至 ${count(order - 1)}`,
    wound: "元素 g 按 k·g 排列，k 是各节点自己的频率",
    wavesCaption: (order, both) =>
      `每幅是一个节点在 ${count(order)} 个元素上的权重。在循环群上，泛化的节点${both ? "在两个操作数上都" : ""}是波，记忆的节点只依赖少数元素。`,
    tablesCaption: (drawn, order) =>
      `每幅是一个节点：a(g) + b(h)，即它在第 g 行第 h 列看到的值。条纹或块状图案说明它遵循群的结构；单个十字说明它只背下了一对。${
        drawn < order ? `共 ${count(order)} 个元素，画出 ${count(drawn)} 个。` : ""
      }`,
  },
};
