import { type Dataset, type FiniteGroup, InputError, realIrreps } from "@grokscape/group-datasets";
import { mustBe, number, numbers, optional, record, whole } from "@grokscape/group-datasets/forms";
import { classifyNode, type NodeKind } from "../energy/classify-node.ts";
import { irrepMasses } from "../energy/irrep-spectrum.ts";
import { energyLandscape } from "../energy/landscape.ts";
import { aGroup, anActivation } from "../input/kinds.ts";
import { hiddenFeatures } from "../network/hidden-layer.ts";
import type { ActivationName } from "../numerics/activation.ts";
import { column, type RealMatrix } from "../numerics/real-matrix.ts";
import { norm } from "../numerics/vectors.ts";
import { nodeGramRatio, sampleGramRatio } from "./gram-ratio.ts";
import { type LeakedGradient, leakedGradient } from "./leaked-gradient.ts";
import { type RepulsionSigns, repulsionSigns } from "./repulsion-signs.ts";

/** A two-layer network at some step of its training. */
export interface NetworkAtStep {
  readonly step: number;
  /** K. */
  readonly width: number;
  /** W, 2M × K, row-major. */
  readonly hidden: ArrayLike<number>;
  /** V, K × M, row-major. */
  readonly top: ArrayLike<number>;
}

export interface DiagnosisOptions {
  readonly activation: ActivationName;
  /** β, 1 if not given. */
  readonly outputScale?: number;
  /**
   * η of the paper (`paperWeightDecay` makes it of a run's): with it the signs of repulsion are
   * computed, which costs O(min(n, K)³).
   */
  readonly weightDecay?: number;
}

/** What a hidden node has become, and how strong it is. */
export interface NodeDiagnosis extends NodeKind {
  readonly norm: number;
  /** Its energy on the training data, at norm 1. */
  readonly energy: number;
}

/** A network seen through the theory. Plain JSON. */
export interface Diagnosis {
  readonly step: number;
  readonly gradient: LeakedGradient;
  /** Mean |entry| of F̃ᵀF̃ off the diagonal, divided by that on it. */
  readonly nodeGram: number;
  /** The same of P₁⊥FFᵀP₁⊥. */
  readonly sampleGram: number;
  readonly nodes: readonly NodeDiagnosis[];
  /** Share of ‖W‖² in each of `realIrreps(group)`; place 0 is the trivial one. */
  readonly spectrum: readonly number[];
  /** Irreps that a generalising node holds, ascending. */
  readonly covered: readonly number[];
  /** Nontrivial irreps that none does. */
  readonly missing: readonly number[];
  /** Share of ‖W‖² in nodes that have become features, generalising or memorising. */
  readonly learned: number;
  readonly repulsion: RepulsionSigns | null;
}

const networkForm = record({ step: number, width: whole(0), hidden: numbers, top: numbers });

/**
 * A network seen through the theory, from its weights and training data: the gradient that reaches
 * its hidden layer, how independent its nodes are, and what each has become.
 *
 * @throws InputError if the weights do not fit the group
 */
export function diagnose(
  group: FiniteGroup,
  data: Dataset,
  network: NetworkAtStep,
  options: DiagnosisOptions,
): Diagnosis {
  mustBe("group", aGroup, group);
  mustBe("network", networkForm, network);
  mustBe("options", record({ activation: anActivation, outputScale: optional(number) }), options);
  const { step, width, hidden, top } = network;
  const { activation, outputScale = 1, weightDecay } = options;
  const { order } = group;
  const W = weights("W", hidden, 2 * order, width);
  const V = weights("V", top, width, order);
  const features = hiddenFeatures(data, W, activation);
  const labelled = { features, labels: data.labels, classes: order };
  const landscape = energyLandscape(data, { vocabulary: order, classes: order, activation });

  const spectrum = new Float64Array(realIrreps(group).length);
  const nodes = Array.from({ length: width }, (_, j): NodeDiagnosis => {
    const w = column(W, j);
    for (const [k, mass] of irrepMasses(group, w).entries()) spectrum[k] += mass;
    const length = norm(w);
    const unit = length > 0 ? w.map((value) => value / length) : w;
    return { ...classifyNode(group, w), norm: length, energy: landscape.value(unit) };
  });
  const total = nodes.reduce((sum, { norm }) => sum + norm ** 2, 0);
  const share = (mass: number) => (total > 0 ? mass / total : 0);
  const places = Array.from(spectrum.keys()).slice(1);
  const held = new Set(nodes.map(({ irrep }) => irrep));
  return {
    step,
    gradient: leakedGradient(labelled, V, outputScale),
    nodeGram: nodeGramRatio(features),
    sampleGram: sampleGramRatio(features),
    nodes,
    spectrum: Array.from(spectrum, share),
    covered: places.filter((place) => held.has(place)),
    missing: places.filter((place) => !held.has(place)),
    learned: share(
      nodes.reduce((sum, { kind, norm }) => (kind === "mixed" ? sum : sum + norm ** 2), 0),
    ),
    repulsion: weightDecay === undefined ? null : repulsionSigns(features, weightDecay),
  };
}

function weights(
  name: string,
  values: ArrayLike<number>,
  rows: number,
  columns: number,
): RealMatrix {
  if (values.length !== rows * columns) {
    throw new InputError(
      `${name} has ${values.length} entries`,
      `it needs ${rows} × ${columns} = ${rows * columns}`,
    );
  }
  return { rows, columns, data: Float64Array.from(values) };
}
