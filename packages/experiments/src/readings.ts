import { type FiniteGroup, InputError } from "@grokscape/group-datasets";
import {
  hiddenFeatures,
  irrepShares,
  keyIrreps,
  type Message,
  shortestMessage,
  type Weighed,
} from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import {
  type ActivationName,
  ascend,
  classifyNode,
  energyLandscape,
  type NodeKind,
  nodeGramRatio,
  type RealMatrix,
  sampleGramRatio,
  type Words,
} from "@grokscape/theory";
import {
  losses,
  type MetricRow,
  type NetworkInTraining,
  type PlannedReading,
  type RunConfig,
  setUp,
  threshold,
} from "@grokscape/trainer";
import { referenceNetwork } from "@grokscape/trainer/internal";

/** A number that is read off a network at one moment of its run, or off all that was measured of the run. */
type Reading = {
  readonly title: Words;
  /** A value is told by its first digits. */
  readonly kind: "count" | "share" | "value";
} & (PlannedReading<number> | { readonly ofRows: (rows: readonly MetricRow[]) => number });

export type Due = PlannedReading["due"];

/** Due at the first row for which the condition holds. */
const first =
  (holds: (row: MetricRow) => boolean): Due =>
  (rows) =>
    rows.findIndex(holds) === rows.length - 1;
const memorised = first(({ trainAccuracy }) => trainAccuracy >= threshold);
const beginsToShow = first(({ testAccuracy }) => testAccuracy >= 0.3);
const halfShows = first(({ testAccuracy }) => testAccuracy >= 0.5);
export const atEnd: Due = (_rows, isLast) => isLast;
const atStart: Due = (rows) => rows.length === 1;

/** What `shortestMessage` asks for. */
export const weighed = ({ setUp: { task, problem }, weights }: NetworkInTraining): Weighed => ({
  spec: problem,
  weights,
  shown: problem.train,
  heldOut: problem.test,
  group: task.group,
});

/** Keeps what was found of a network for the readings that share it. */
function keptByWeights<Found>(find: (network: NetworkInTraining) => Found) {
  const kept = new WeakMap<Tensors, Found>();
  return (network: NetworkInTraining): Found => {
    const found = kept.get(network.weights) ?? find(network);
    kept.set(network.weights, found);
    return found;
  };
}

const messageOf = keptByWeights((network): Message => shortestMessage(weighed(network)));

const bits = (network: NetworkInTraining) => Math.round(messageOf(network).bits);
const readBack = (network: NetworkInTraining) =>
  Number(messageOf(network).testAccuracy.toPrecision(4));
const plainBits = (network: NetworkInTraining) =>
  Math.round(shortestMessage({ ...weighed(network), group: undefined }).bits);

export const digits = (value: number) => Number(value.toPrecision(4));

/** The first step at which a matrix has turned half as far as it has in the end. */
const halfTurned = (name: string) => (rows: readonly MetricRow[]) => {
  const half = rows[rows.length - 1].weightTurns[name] / 2;
  return rows.find(({ weightTurns }) => weightTurns[name] >= half)?.step ?? 0;
};

/** How many times higher ‖G_F‖ is at one step than both at one before and at one after. */
function bump(rows: readonly MetricRow[]): number {
  const norms = rows
    .map(({ featureGradientNorm }) => featureGradientNorm)
    .filter((norm) => norm > 0);
  const after = [...norms];
  for (let i = norms.length - 2; i >= 0; i--) after[i] = Math.min(norms[i], after[i + 1]);
  let [before, highest] = [Number.POSITIVE_INFINITY, 1];
  for (const [i, norm] of norms.entries()) {
    before = Math.min(before, norm);
    highest = Math.max(highest, Math.min(norm / before, norm / after[i]));
  }
  return digits(highest);
}

/** σ(XW) of the examples shown. */
function shownFeatures({ setUp: { problem }, weights }: NetworkInTraining): RealMatrix {
  const { shape, data } = hiddenFeatures(problem, weights, problem.train);
  return { rows: shape[0], columns: shape[1], data: Float64Array.from(data) };
}

const nodeGram = (network: NetworkInTraining) => digits(nodeGramRatio(shownFeatures(network)));
const sampleGram = (network: NetworkInTraining) => digits(sampleGramRatio(shownFeatures(network)));

interface Node extends NodeKind {
  /** ½‖Ỹᵀσ(Xw)‖² of the examples shown, ‖w‖ = 1. */
  readonly energy: number;
  /** ‖w‖² as it was. */
  readonly mass: number;
}

/** @throws InputError if the task is not that of a group */
export function groupOf({ setUp: { task } }: NetworkInTraining): FiniteGroup {
  if (task.group) return task.group;
  throw new InputError(`nodes of ${task.id} have no irreps`, "read them where a group is learnt");
}

const landscapeOf = ({ setUp: { config, task, problem } }: NetworkInTraining) =>
  energyLandscape(problem.train, {
    vocabulary: task.vocabulary,
    classes: task.classes,
    activation: (config.model as { readonly activation: string }).activation as ActivationName,
  });

/** The columns of W. */
export function columnsOf({ weights: { W } }: NetworkInTraining): Float64Array[] {
  const [rows, width] = W.shape;
  return Array.from({ length: width }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => W.data[i * width + j]),
  );
}

/** The nodes of the first hidden layer. */
const nodesOf = keptByWeights((network): Node[] => {
  const [group, landscape] = [groupOf(network), landscapeOf(network)];
  return columnsOf(network).map((w) => {
    const mass = w.reduce((sum, value) => sum + value * value, 0);
    const energy = landscape.value(w.map((value) => value / Math.sqrt(mass || 1)));
    return { ...classifyNode(group, w), energy, mass };
  });
});

const climb = { tolerance: 1e-5, maximumSteps: 5000 };

/** Where the nodes of the first hidden layer end that climb the energy alone. */
const summitsOf = keptByWeights((network): Node[] => {
  const [group, landscape] = [groupOf(network), landscapeOf(network)];
  return columnsOf(network).map((start) => {
    const { w, energy } = ascend(landscape, start, climb);
    return { ...classifyNode(group, w), energy, mass: 1 };
  });
});

/** The same for the weights that a run begins with. */
export function summits(config: RunConfig): readonly Node[] {
  const of = setUp(config);
  return summitsOf({ setUp: of, weights: of.start().weights });
}

type Nodes = (network: NetworkInTraining) => readonly Node[];

/** The mean over nodes, each counted by its mass. */
const mean = (nodes: Nodes, value: (node: Node) => number) => (network: NetworkInTraining) => {
  const all = nodes(network);
  const total = all.reduce((sum, { mass }) => sum + mass, 0);
  return digits(all.reduce((sum, node) => sum + node.mass * value(node), 0) / (total || 1));
};
const shareOf = (nodes: Nodes, kind: NodeKind["kind"]) =>
  mean(nodes, (node) => (node.kind === kind ? 1 : 0));

/** How many heights there are, to a hundredth of the highest. */
function heights(network: NetworkInTraining): number {
  const energies = summitsOf(network)
    .map(({ energy }) => energy)
    .sort((a, b) => b - a);
  return energies.filter((energy, i) => i === 0 || energies[i - 1] - energy > energies[0] / 100)
    .length;
}

const frequencies = (network: NetworkInTraining) =>
  new Set(summitsOf(network).flatMap(({ irrep }) => (irrep === null ? [] : [irrep]))).size;

/** How many irreps hold 95 % of what the answers know of the product. */
const keyIrrepCount = (network: NetworkInTraining) =>
  keyIrreps(irrepShares(groupOf(network), network.setUp.problem, network.weights)).length;

/** The share of the examples shown from whose answer cross-entropy in float32 sends back nothing at all. */
function collapsed({ setUp: { problem }, weights }: NetworkInTraining): number {
  const { shape, train } = problem;
  const logits = Float32Array.from(referenceNetwork(problem).logits(weights, train));
  const gradient = new Float32Array(logits.length);
  losses["cross-entropy-float32"](logits, train.labels, shape.classes, gradient);
  const silent = train.labels.filter((label, i) => gradient[i * shape.classes + label] === 0);
  return digits(silent.length / train.count);
}

export type ReadingName =
  | "bits-memorised"
  | "read-back-memorised"
  | "bits-at-30"
  | "read-back-at-30"
  | "bits-at-end"
  | "read-back-at-end"
  | "plain-bits-at-end"
  | "half-turned-V"
  | "half-turned-W"
  | "gradient-bump"
  | "node-gram"
  | "sample-gram"
  | "test-loss"
  | "test-accuracy"
  | "generalising-memorised"
  | "generalising-at-50"
  | "generalising-weight"
  | "memorising-weight"
  | "node-energy"
  | "key-irreps"
  | "collapsed"
  | "summit-heights"
  | "summit-irreps"
  | "summits-generalising"
  | "summits-memorising";

/** What was read, by name; null if it was never due. */
export type Taken = Readonly<Partial<Record<ReadingName, number | null>>>;

/** All readings of the ledger, by name. */
export const readings: Readonly<Record<ReadingName, Reading>> = {
  "bits-memorised": {
    title: { en: "Bits, once memorised", "zh-cn": "记住时，比特" },
    kind: "count",
    due: memorised,
    read: bits,
  },
  "read-back-memorised": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    due: memorised,
    read: readBack,
  },
  "bits-at-30": {
    title: {
      en: "Bits, once 30 % of the held out are right",
      "zh-cn": "没看过的答对 30% 时，比特",
    },
    kind: "count",
    due: beginsToShow,
    read: bits,
  },
  "read-back-at-30": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    due: beginsToShow,
    read: readBack,
  },
  "bits-at-end": {
    title: { en: "Bits, at the end", "zh-cn": "结束时，比特" },
    kind: "count",
    due: atEnd,
    read: bits,
  },
  "read-back-at-end": {
    title: { en: "Read back from them, held out right", "zh-cn": "照此还原，没看过的答对" },
    kind: "share",
    due: atEnd,
    read: readBack,
  },
  "plain-bits-at-end": {
    title: {
      en: "Bits, at the end, without the shapes of the group",
      "zh-cn": "结束时，不借用群的形状，比特",
    },
    kind: "count",
    due: atEnd,
    read: plainBits,
  },
  "half-turned-V": {
    title: { en: "V has turned half its way at step", "zh-cn": "V 转过一半，在第几步" },
    kind: "count",
    ofRows: halfTurned("V"),
  },
  "half-turned-W": {
    title: { en: "W has turned half its way at step", "zh-cn": "W 转过一半，在第几步" },
    kind: "count",
    ofRows: halfTurned("W"),
  },
  "gradient-bump": {
    title: {
      en: "|G_F| at its bump, in multiples of what it is before and after",
      "zh-cn": "|G_F| 隆起处是前后的几倍",
    },
    kind: "value",
    ofRows: bump,
  },
  "node-gram": {
    title: {
      en: "F̃ᵀF̃ off its diagonal, once memorised",
      "zh-cn": "刚记住时，F̃ᵀF̃ 对角线以外与对角线之比",
    },
    kind: "share",
    due: memorised,
    read: nodeGram,
  },
  "sample-gram": {
    title: {
      en: "P₁⊥FFᵀP₁⊥ off its diagonal, once memorised",
      "zh-cn": "刚记住时，P₁⊥FFᵀP₁⊥ 对角线以外与对角线之比",
    },
    kind: "share",
    due: memorised,
    read: sampleGram,
  },
  "test-loss": {
    title: { en: "Test loss, at the end", "zh-cn": "结束时的测试损失" },
    kind: "value",
    ofRows: (rows) => digits(rows[rows.length - 1].testLoss),
  },
  "test-accuracy": {
    title: { en: "Held out right, at the end", "zh-cn": "结束时，没看过的答对" },
    kind: "share",
    ofRows: (rows) => digits(rows[rows.length - 1].testAccuracy),
  },
  "generalising-memorised": {
    title: {
      en: "Share of ‖W‖² in generalising nodes, once memorised",
      "zh-cn": "刚记住时，‖W‖² 中泛化节点所占的份额",
    },
    kind: "share",
    due: memorised,
    read: shareOf(nodesOf, "generalising"),
  },
  "generalising-at-50": {
    title: {
      en: "Share of ‖W‖² in generalising nodes, once half of the held out are right",
      "zh-cn": "没看过的答对一半时，‖W‖² 中泛化节点所占的份额",
    },
    kind: "share",
    due: halfShows,
    read: shareOf(nodesOf, "generalising"),
  },
  "generalising-weight": {
    title: {
      en: "Share of ‖W‖² in generalising nodes, at the end",
      "zh-cn": "结束时，‖W‖² 中泛化节点所占的份额",
    },
    kind: "share",
    due: atEnd,
    read: shareOf(nodesOf, "generalising"),
  },
  "memorising-weight": {
    title: {
      en: "Share of ‖W‖² in memorising nodes, at the end",
      "zh-cn": "结束时，‖W‖² 中记忆节点所占的份额",
    },
    kind: "share",
    due: atEnd,
    read: shareOf(nodesOf, "memorising"),
  },
  "node-energy": {
    title: {
      en: "Mean energy of the nodes, at the end",
      "zh-cn": "结束时，节点能量的平均值",
    },
    kind: "value",
    due: atEnd,
    read: mean(nodesOf, ({ energy }) => energy),
  },
  "key-irreps": {
    title: {
      en: "Irreps that hold 95 % of what is known of the product, at the end",
      "zh-cn": "结束时，占去乘积知识 95% 的不可约表示有几个",
    },
    kind: "count",
    due: atEnd,
    read: keyIrrepCount,
  },
  collapsed: {
    title: {
      en: "Right answers whose gradient of cross-entropy is exactly zero in float32, at the end",
      "zh-cn": "结束时，float32 交叉熵梯度恰为零的正确答案",
    },
    kind: "share",
    due: atEnd,
    read: collapsed,
  },
  "summit-heights": {
    title: { en: "Heights of the maxima found", "zh-cn": "找到的极大值有几种高度" },
    kind: "count",
    due: atStart,
    read: heights,
  },
  "summit-irreps": {
    title: { en: "Irreps among the maxima found", "zh-cn": "找到的极大值中有几个不可约表示" },
    kind: "count",
    due: atStart,
    read: frequencies,
  },
  "summits-generalising": {
    title: { en: "Share of climbs that end at a feature", "zh-cn": "登上泛化特征的份额" },
    kind: "share",
    due: atStart,
    read: shareOf(summitsOf, "generalising"),
  },
  "summits-memorising": {
    title: { en: "Share of climbs that end memorising", "zh-cn": "登上记忆峰的份额" },
    kind: "share",
    due: atStart,
    read: shareOf(summitsOf, "memorising"),
  },
};
