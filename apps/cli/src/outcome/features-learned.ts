import type { FiniteGroup } from "@grokscape/group-datasets";
import type { ModelSpec, Tensors } from "@grokscape/models";
import { irrepMasses } from "@grokscape/theory";

/** A hidden node as a function on the group. */
export interface HiddenNode {
  /** Its weights for each operand, one after the other. */
  readonly weights: Float64Array;
  /** How much of ‖w‖² lies in each real irrep. */
  readonly masses: Float64Array;
}

/** What the hidden nodes of a trained network have become. */
export interface FeaturesLearned {
  /** Nontrivial real irreps that some node has as its feature. */
  readonly irreps: number;
  /** Nodes with a feature: half of their squared norm or more lies in one nontrivial real irrep. */
  readonly nodes: number;
  /** All nodes. */
  readonly width: number;
  /** Largest share of a node's squared norm in one nontrivial irrep: the median over all nodes. */
  readonly medianPurity: number;
}

/** Whether the columns of W are real functions on the group, one for each operand, so that features can be read off. */
export const hasReadableNodes = (model: ModelSpec): boolean =>
  model.kind === "mlp" &&
  model.weights === "real" &&
  (model.embedding === "one-hot" || model.embedding === "shared");

/**
 * The columns of the hidden weights W (operands·M × K) of a network with readable nodes; where all
 * operands read the same M rows, each column twice.
 *
 * @param group the group whose product the network learns
 */
export function hiddenNodes(group: FiniteGroup, { W }: Tensors): HiddenNode[] {
  const [rows, width] = W.shape;
  const length = Math.max(rows, 2 * group.order);
  return Array.from({ length: width }, (_, j) => {
    const weights = Float64Array.from({ length }, (_, i) => W.data[(i % rows) * width + j]);
    return { weights, masses: irrepMasses(group, weights) };
  });
}

/** Reads the features off a network's nodes. */
export function featuresLearned(nodes: readonly HiddenNode[]): FeaturesLearned {
  const irreps = new Set<number>();
  const purities = nodes.map(({ masses }) => {
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    const largest = Math.max(0, ...masses.subarray(1));
    const purity = total > 0 ? largest / total : 0;
    if (purity >= 0.5) irreps.add(masses.indexOf(largest));
    return purity;
  });
  purities.sort((a, b) => a - b);
  return {
    irreps: irreps.size,
    nodes: purities.filter((purity) => purity >= 0.5).length,
    width: nodes.length,
    medianPurity: purities[Math.floor(nodes.length / 2)],
  };
}
