import type { FiniteGroup } from "@grokscape/group-datasets";
import type { ModelSpec, Tensors } from "@grokscape/models";
import { irrepMasses } from "@grokscape/theory";

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

/** Whether each column of W is a real function on the group an operand, of which features can be read. */
export const hasReadableNodes = (model: ModelSpec): boolean =>
  model.kind === "mlp" && model.weights === "real" && model.embedding === "one-hot";

/**
 * Reads the features off the hidden weights W (operands·M × K) of a network with readable nodes.
 *
 * @param group the group whose product the network has learnt
 */
export function featuresLearned(group: FiniteGroup, { W }: Tensors): FeaturesLearned {
  const [rows, width] = W.shape;
  const irreps = new Set<number>();
  const purities: number[] = [];
  const node = new Float64Array(rows);
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < rows; i++) node[i] = W.data[i * width + j];
    const masses = irrepMasses(group, node);
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    const largest = Math.max(0, ...masses.subarray(1));
    const purity = total > 0 ? largest / total : 0;
    purities.push(purity);
    if (purity >= 0.5) irreps.add(masses.indexOf(largest));
  }
  purities.sort((a, b) => a - b);
  return {
    irreps: irreps.size,
    nodes: purities.filter((purity) => purity >= 0.5).length,
    width,
    medianPurity: purities[Math.floor(width / 2)],
  };
}
