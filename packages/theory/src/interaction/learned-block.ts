import type { FiniteGroup } from "@grokscape/group-datasets";
import { nontrivialIrrep } from "../energy/feature-maximum.ts";
import { mustBe } from "../input/form.ts";
import { aGroup } from "../input/kinds.ts";

/**
 * What a network that has learned one real irrep ρ answers (Theorem 7, corrected: erratum 13): on
 * pairs with product h, for class h′, (m/M)·tr ρ(h⁻¹h′), which is (d/M)·χ(h⁻¹h′) summed over the
 * complex irreps in ρ.
 *
 * @param place which of `realIrreps(group)`, from 1 on
 * @returns M × M, a row for each product h
 */
export function learnedBlock(group: FiniteGroup, place: number): Float64Array {
  mustBe("group", aGroup, group);
  const { dimension, multiplicity, matrices } = nontrivialIrrep(group, place);
  const { order } = group;
  const kernel = new Float64Array(order);
  for (let g = 0; g < order; g++) {
    for (let i = 0; i < dimension; i++) {
      kernel[g] += (multiplicity / order) * matrices[(g * dimension + i) * dimension + i];
    }
  }
  const block = new Float64Array(order * order);
  for (let h = 0; h < order; h++) {
    const back = group.inverse(h);
    for (let other = 0; other < order; other++) {
      block[h * order + other] = kernel[group.multiply(back, other)];
    }
  }
  return block;
}
