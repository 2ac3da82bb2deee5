import {
  type FiniteGroup,
  InputError,
  type RealIrrep,
  realIrreps,
  seen,
} from "@grokscape/group-datasets";
import { mustBe, numbers, record } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";

/** Unit vectors x, y, z in the space of a real irrep; they need not be of length 1. */
export interface FeatureVectors {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly z: ArrayLike<number>;
}

/**
 * A local maximum of the energy in a real irrep ρ (Theorem 2, corrected: erratum 3):
 * a(g) = xᵀρ(g)y and b(g) = yᵀρ(g)z with a common y, scaled so that w = [a; b] has norm 1. Every
 * maximum for σ(x) = x² on all pairs has this form; its energy is M/(2·D).
 *
 * @param place which of `realIrreps(group)`, from 1 on: 0 is trivial
 * @returns w = [a; b], length 2M
 * @throws InputError if there is no such irrep, or a vector has the wrong length or is zero
 */
export function featureMaximum(
  group: FiniteGroup,
  place: number,
  vectors: FeatureVectors,
): Float64Array {
  mustBe("group", aGroup, group);
  mustBe("vectors", record({ x: numbers, y: numbers, z: numbers }), vectors);
  const { x, y, z } = vectors;
  const irrep = nontrivialIrrep(group, place);
  const { order } = group;
  const norms = [x, y, z].map((vector) => checkedNorm(vector, irrep.dimension));
  const [left, right] = [
    matrixCoefficient(irrep, order, x, y),
    matrixCoefficient(irrep, order, y, z),
  ];
  const unit = Math.sqrt(irrep.dimension / (2 * order)) / norms[1];
  const w = new Float64Array(2 * order);
  for (let g = 0; g < order; g++) {
    w[g] = (unit / norms[0]) * left[g];
    w[order + g] = (unit / norms[2]) * right[g];
  }
  return w;
}

/** The function g ↦ xᵀρ(g)y. */
export function matrixCoefficient(
  { dimension, matrices }: RealIrrep,
  order: number,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Float64Array {
  const values = new Float64Array(order);
  for (let g = 0, at = 0; g < order; g++) {
    for (let i = 0; i < dimension; i++) {
      for (let j = 0; j < dimension; j++, at++) values[g] += x[i] * matrices[at] * y[j];
    }
  }
  return values;
}

/** The real irrep in this place. @throws InputError if it is trivial or not there */
export function nontrivialIrrep(group: FiniteGroup, place: number): RealIrrep {
  const all = realIrreps(group);
  if (Number.isInteger(place) && place >= 1 && place < all.length) return all[place];
  throw new InputError(
    `${group.name} has no nontrivial real irrep ${seen(place)}`,
    all.length > 1 ? `they are 1 … ${all.length - 1}` : "it has none at all",
  );
}

function checkedNorm(vector: ArrayLike<number>, dimension: number): number {
  if (vector.length !== dimension) {
    throw new InputError(
      `a vector of length ${vector.length}`,
      `the irrep's dimension is ${dimension}`,
    );
  }
  let square = 0;
  for (let i = 0; i < dimension; i++) square += vector[i] ** 2;
  if (!(square > 0)) throw new InputError("a vector is zero", "give one with a direction");
  return Math.sqrt(square);
}
