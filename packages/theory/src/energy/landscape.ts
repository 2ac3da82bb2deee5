import { type Dataset, InputError } from "@grokscape/group-datasets";
import {
  flag,
  list,
  mustBe,
  numbers,
  optional,
  record,
  whole,
} from "@grokscape/group-datasets/forms";
import { aDataset } from "../input/kinds.ts";
import { type ActivationName, scalarActivation } from "../numerics/activation.ts";
import { activationPass, siluOfExponentials } from "../numerics/activation-pass.ts";
import { dot } from "../numerics/vectors.ts";
import { projectInto } from "./class-projector.ts";
import {
  centre,
  classSums,
  gather,
  gatherBoth,
  negativeExponentials,
  scatter,
  scatterByLabel,
} from "./loops.ts";

/** What an energy landscape is made of. */
export interface LandscapeOptions {
  /** How many different symbols an operand can be. */
  readonly vocabulary: number;
  /** M. */
  readonly classes: number;
  readonly activation: ActivationName;
  /** Whether targets are centred over the samples, as in Ỹ = P₁⊥Y; Theorem 5 needs false. */
  readonly centred?: boolean;
  /**
   * Π, classes × classes, a symmetric projection: E_S(w) = ½‖Π Ỹᵀσ(Xw)‖² sees only a part of the
   * target (Theorem 7).
   */
  readonly projector?: Float64Array;
}

/**
 * The energy E(w) = ½‖Ỹᵀσ(Xw)‖² of a hidden node (Theorem 1), X the one-hot operands of n samples.
 * Functions cost O(n) and allocate nothing; they share scratch space, so none may run within
 * another.
 */
export interface EnergyLandscape {
  /** d: length of a weight vector, operands × vocabulary. */
  readonly dimension: number;
  /** E(w). */
  value(w: ArrayLike<number>): number;
  /** Writes ∇E(w) into `into`, and returns E(w). */
  gradient(w: ArrayLike<number>, into: Float64Array): number;
  /** Writes ∇²E(w)·v into `into`. */
  hessianProduct(w: ArrayLike<number>, v: ArrayLike<number>, into: Float64Array): void;
}

const optionsForm = record({
  vocabulary: whole(1),
  classes: whole(1),
  centred: optional(flag),
  projector: optional(numbers),
});

/**
 * The energy landscape of a dataset.
 *
 * @throws InputError for an unknown activation or a projector of the wrong size; its functions
 * throw it for a weight vector of the wrong length
 */
export function energyLandscape(dataset: Dataset, options: LandscapeOptions): EnergyLandscape {
  mustBe("dataset", aDataset, dataset);
  mustBe("options", optionsForm, options);
  const { vocabulary, classes, activation, centred = true, projector } = options;
  const { count, arity, labels } = dataset;
  mustBe("dataset.operands", list(whole(0, vocabulary - 1)), dataset.operands);
  mustBe("dataset.labels", list(whole(0, classes - 1)), labels);
  const { second } = scalarActivation(activation);
  const pass = activationPass(activation);
  if (projector && projector.length !== classes ** 2) {
    const right = `it has classes × classes = ${classes ** 2}`;
    throw new InputError(`a projector of ${projector.length} entries`, right);
  }
  const dimension = arity * vocabulary;
  const columns = weightIndices(dataset, vocabulary);
  const perClass = new Float64Array(classes);
  for (const label of labels) perClass[label]++;

  const weights = new Float64Array(dimension);
  const exponentials = new Float64Array(dimension);
  const z = new Float64Array(count);
  const value = new Float64Array(count);
  const slope = new Float64Array(count);
  const direction = new Float64Array(count);
  const sums = new Float64Array(classes);
  const projected = new Float64Array(classes);
  const pull = new Float64Array(classes);
  const turn = new Float64Array(classes);

  const take = (w: ArrayLike<number>): void => {
    if (w.length !== dimension) {
      throw new InputError(`a weight vector of length ${w.length}`, `d is ${dimension} here`);
    }
    weights.set(w);
  };

  /** u ← Π Ỹᵀu for class sums u; its squared norm. */
  const target = (u: Float64Array): number => {
    if (centred) centre(u, perClass, count);
    if (projector) projectInto(projector, u, projected);
    return dot(u, u);
  };

  /** What a sample with label h receives of Ỹu. */
  const receive = (u: Float64Array, into: Float64Array): void => {
    const mean = centred ? dot(perClass, u) / count : 0;
    for (let h = 0; h < classes; h++) into[h] = u[h] - mean;
  };

  /** E(w), leaving Ỹᵀσ in `sums` and σ′ in `slope`. */
  const energyAt = (w: ArrayLike<number>): number => {
    take(w);
    if (activation === "silu" && negativeExponentials(weights, arity, exponentials)) {
      // exp of a sum is the product of exps: d of them instead of n
      gatherBoth(weights, exponentials, columns, z, slope);
      siluOfExponentials(z, value, slope);
    } else {
      gather(weights, columns, z);
      pass(z, value, slope);
    }
    classSums(value, labels, sums);
    return target(sums) / 2;
  };

  return {
    dimension,
    value: energyAt,
    gradient(w, into) {
      checkLength(into, dimension);
      const energy = energyAt(w);
      receive(sums, pull);
      scatterByLabel(slope, pull, labels, columns, into);
      return energy;
    },
    hessianProduct(w, v, into) {
      checkLength(into, dimension);
      take(v);
      gather(weights, columns, direction);
      energyAt(w);
      receive(sums, pull);
      for (let i = 0; i < count; i++) value[i] = slope[i] * direction[i];
      classSums(value, labels, sums);
      target(sums);
      receive(sums, turn);
      for (let i = 0; i < count; i++) {
        const h = labels[i];
        value[i] = second(z[i]) * direction[i] * pull[h] + slope[i] * turn[h];
      }
      scatter(value, columns, into);
    },
  };
}

/** For each operand, the place in a weight vector that each sample picks. */
function weightIndices({ count, arity, operands }: Dataset, vocabulary: number): Uint32Array[] {
  return Array.from({ length: arity }, (_, k) =>
    Uint32Array.from({ length: count }, (_, i) => k * vocabulary + operands[i * arity + k]),
  );
}

function checkLength(into: Float64Array, dimension: number): void {
  if (into.length !== dimension) {
    throw new InputError(`an output of length ${into.length}`, `d is ${dimension} here`);
  }
}
