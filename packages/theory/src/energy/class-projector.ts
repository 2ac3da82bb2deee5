import { type FiniteGroup, type RealIrrep, realIrreps } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { aGroup, places } from "../input/kinds.ts";
import { nontrivialIrrep } from "./feature-maximum.ts";

/**
 * The projector of functions on the group to the real irreps that are neither trivial nor learned
 * (Theorem 7): E_S(w) = ½‖Π Ỹᵀσ(Xw)‖².
 *
 * @param learned S: places in `realIrreps(group)`
 * @returns M × M, row-major
 * @throws InputError if a place in S is none of a nontrivial real irrep
 */
export function missingProjector(group: FiniteGroup, learned: readonly number[]): Float64Array {
  mustBe("group", aGroup, group);
  mustBe("learned", places, learned);
  for (const place of learned) nontrivialIrrep(group, place);
  return irrepProjector(
    group,
    realIrreps(group).filter((_, place) => place > 0 && !learned.includes(place)),
  );
}

/** The projector to real irreps ρ of multiplicity m, M × M: entry (a, b) is Σ (m/M)·tr ρ(a⁻¹b). */
export function irrepProjector(group: FiniteGroup, irreps: readonly RealIrrep[]): Float64Array {
  const { order } = group;
  const kernel = new Float64Array(order);
  for (const { dimension, multiplicity, matrices } of irreps) {
    for (let g = 0; g < order; g++) {
      for (let i = 0; i < dimension; i++) {
        kernel[g] += (multiplicity / order) * matrices[(g * dimension + i) * dimension + i];
      }
    }
  }
  const projector = new Float64Array(order * order);
  for (let a = 0; a < order; a++) {
    const back = group.inverse(a);
    for (let b = 0; b < order; b++) projector[a * order + b] = kernel[group.multiply(back, b)];
  }
  return projector;
}

/** u ← Π u, with a scratch vector of u's length. */
export function projectInto(projector: Float64Array, u: Float64Array, scratch: Float64Array): void {
  const n = u.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += projector[i * n + j] * u[j];
    scratch[i] = sum;
  }
  u.set(scratch);
}
