import { type Dataset, InputError } from "@grokscape/group-datasets";
import { type ActivationName, scalarActivation } from "../numerics/activation.ts";
import { checkProjector, projectInto } from "./class-projector.ts";

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

/**
 * The energy landscape of a dataset.
 *
 * @throws InputError for an unknown activation or a projector of the wrong size; its functions
 * throw it for a weight vector of the wrong length
 */
export function energyLandscape(dataset: Dataset, options: LandscapeOptions): EnergyLandscape {
  const { vocabulary, classes, activation, centred = true, projector } = options;
  const { count, arity, labels } = dataset;
  const { value: sigma, derivative, second } = scalarActivation(activation);
  if (projector) checkProjector(projector, classes);
  const dimension = arity * vocabulary;
  const columns = weightIndices(dataset, vocabulary);
  const perClass = new Float64Array(classes);
  for (const label of labels) perClass[label]++;

  const z = new Float64Array(count);
  const slope = new Float64Array(count);
  const direction = new Float64Array(count);
  const sums = new Float64Array(classes);
  const projected = new Float64Array(classes);
  const pull = new Float64Array(classes);
  const turn = new Float64Array(classes);

  const gather = (w: ArrayLike<number>, into: Float64Array): void => {
    if (w.length !== dimension) {
      throw new InputError(`a weight vector of length ${w.length}`, `d is ${dimension} here`);
    }
    const first = columns[0];
    for (let i = 0; i < count; i++) into[i] = w[first[i]];
    for (let k = 1; k < arity; k++) {
      const next = columns[k];
      for (let i = 0; i < count; i++) into[i] += w[next[i]];
    }
  };

  const scatter = (each: Float64Array, into: Float64Array): void => {
    into.fill(0);
    for (const indices of columns) {
      for (let i = 0; i < count; i++) into[indices[i]] += each[i];
    }
  };

  /** Π Ỹᵀ applied to the class sums, in place; its squared norm. */
  const target = (u: Float64Array): number => {
    if (centred) {
      let mean = 0;
      for (let h = 0; h < classes; h++) mean += u[h] / count;
      for (let h = 0; h < classes; h++) u[h] -= perClass[h] * mean;
    }
    if (projector) projectInto(projector, u, projected);
    let square = 0;
    for (let h = 0; h < classes; h++) square += u[h] * u[h];
    return square;
  };

  /** The class part of Ỹu: what a sample with label h receives. */
  const spread = (u: Float64Array, into: Float64Array): void => {
    let mean = 0;
    if (centred) for (let h = 0; h < classes; h++) mean += (perClass[h] * u[h]) / count;
    for (let h = 0; h < classes; h++) into[h] = u[h] - mean;
  };

  const classSums = (): number => {
    sums.fill(0);
    for (let i = 0; i < count; i++) sums[labels[i]] += sigma(z[i]);
    return target(sums) / 2;
  };

  const quadraticGradient = (into: Float64Array): number => {
    sums.fill(0);
    for (let i = 0; i < count; i++) sums[labels[i]] += z[i] * z[i];
    const energy = target(sums) / 2;
    spread(sums, pull);
    for (let i = 0; i < count; i++) z[i] *= 2 * pull[labels[i]];
    scatter(z, into);
    return energy;
  };

  return {
    dimension,
    value(w) {
      gather(w, z);
      return classSums();
    },
    gradient(w, into) {
      checkLength(into, dimension);
      gather(w, z);
      if (activation === "quadratic") return quadraticGradient(into);
      const energy = classSums();
      spread(sums, pull);
      for (let i = 0; i < count; i++) slope[i] = derivative(z[i]) * pull[labels[i]];
      scatter(slope, into);
      return energy;
    },
    hessianProduct(w, v, into) {
      checkLength(into, dimension);
      gather(v, direction);
      gather(w, z);
      classSums();
      spread(sums, pull);
      sums.fill(0);
      for (let i = 0; i < count; i++) sums[labels[i]] += derivative(z[i]) * direction[i];
      target(sums);
      spread(sums, turn);
      for (let i = 0; i < count; i++) {
        const h = labels[i];
        slope[i] = second(z[i]) * direction[i] * pull[h] + derivative(z[i]) * turn[h];
      }
      scatter(slope, into);
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
