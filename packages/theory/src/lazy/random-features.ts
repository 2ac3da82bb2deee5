import { InputError } from "@grokscape/group-datasets";
import { mustBe, number, record } from "@grokscape/group-datasets/forms";
import type { ActivationName } from "../numerics/activation.ts";
import { checkWeightDecay } from "../statements/assumption-error.ts";
import { gaussianKernel } from "./gaussian-kernel.ts";

/** What random features of pairs of symbols have in common, per hidden node (Lemma 1). */
export interface RandomFeatureConstants {
  /** a: a pair with itself. */
  readonly same: number;
  /** b(½): two pairs that share a symbol. */
  readonly shared: number;
  /** b(0): two pairs that share none. */
  readonly disjoint: number;
  /**
   * λ = a − 2b(½) + b(0): eigenvalue of the centred Gram matrix, per node, on the functions of
   * pairs where the target lies (erratum 9); 4s⁴ for x² where the entries of W have variance s².
   */
  readonly interaction: number;
}

/** The last answer: predictions of many runs, or of many settings of one, ask for the same. */
let last:
  | { activation: ActivationName; deviation: number; constants: RandomFeatureConstants }
  | undefined;

/**
 * The constants of Lemma 1 for pairs of one-hot symbols, W with independent normal entries.
 *
 * @param weightDeviation s, standard deviation of the entries of W
 */
export function randomFeatureConstants(
  activation: ActivationName,
  weightDeviation = 1,
): RandomFeatureConstants {
  mustBe("weightDeviation", number, weightDeviation);
  if (last?.activation !== activation || last.deviation !== weightDeviation) {
    const constants = Object.freeze(integrated(activation, weightDeviation));
    last = { activation, deviation: weightDeviation, constants };
  }
  return last.constants;
}

function integrated(activation: ActivationName, weightDeviation: number): RandomFeatureConstants {
  const norm = Math.SQRT2 * weightDeviation;
  const same = gaussianKernel(activation, norm, 1);
  const shared = gaussianKernel(activation, norm, 0.5);
  const disjoint = gaussianKernel(activation, norm, 0);
  return { same, shared, disjoint, interaction: same - 2 * shared + disjoint };
}

const constantsForm = record({ same: number, shared: number, disjoint: number });

/**
 * Eigenvalue of the centred Gram matrix, per node, on the main effects (functions of one operand
 * alone) for all M² pairs: a + (M − 2)·b(½) − (M − 1)·b(0), 2(M − 1) times (erratum 9).
 */
export function mainEffectEigenvalue(constants: RandomFeatureConstants, order: number): number {
  mustBe("constants", constantsForm, constants);
  mustBe("order", number, order);
  const { same, shared, disjoint } = constants;
  return same + (order - 2) * shared - (order - 1) * disjoint;
}

/**
 * The mean of one node's variance over all M² pairs: c₂ in F̃ᵀF̃ ≈ n·c₂·I. Two pairs drawn at random
 * share both symbols with probability 1/M², one of them with 2(M − 1)/M².
 */
export function nodeVariance(constants: RandomFeatureConstants, order: number): number {
  mustBe("constants", constantsForm, constants);
  mustBe("order", number, order);
  const { same, shared, disjoint } = constants;
  const both = 1 / order ** 2;
  const one = (2 * (order - 1)) / order ** 2;
  return same - both * same - one * shared - (1 - both - one) * disjoint;
}

/**
 * Equation 5, corrected (erratum 9): the factor c in G_F(∞) ≈ c·ỸỸᵀF̃ at random features. Where K ≫ n
 * it is η/(Kλ + η)²: weight decay is the learning rate of feature learning, and a wide network
 * learns no features. Where n ≫ K it is 1/(n·c₂), whatever η.
 *
 * @throws InputError if no regime applies: neither K nor n is at least four times the other
 */
export function featureLearningRate(settings: {
  readonly activation: ActivationName;
  readonly weightDeviation?: number;
  /** M. */
  readonly order: number;
  /** K. */
  readonly width: number;
  /** n. */
  readonly count: number;
  /** η. */
  readonly weightDecay: number;
}): number {
  mustBe("settings", record({ order: number, width: number, count: number }), settings);
  const { activation, weightDeviation = 1, order, width, count, weightDecay } = settings;
  checkWeightDecay("Lemma 1", weightDecay);
  const constants = randomFeatureConstants(activation, weightDeviation);
  if (width >= 4 * count) {
    return weightDecay / (width * constants.interaction + weightDecay) ** 2;
  }
  if (count >= 4 * width) return 1 / (count * nodeVariance(constants, order));
  throw new InputError(
    `Lemma 1 does not reach K = ${width}, n = ${count}`,
    "one of them is at least four times the other",
  );
}
