import type { FiniteGroup } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { irrepProjector } from "../energy/class-projector.ts";
import { nontrivialIrrep } from "../energy/feature-maximum.ts";
import { aGroup } from "../input/kinds.ts";

/**
 * What a network that has learned one real irrep ρ answers (Theorem 7, corrected: erratum 13): on
 * pairs with product h, for class h′, (m/M)·tr ρ(h⁻¹h′), which is (d/M)·χ(h⁻¹h′) summed over the
 * complex irreps in ρ.
 *
 * @param place which of `realIrreps(group)`, from 1 on
 * @returns M × M, a row for each product h
 * @throws InputError if there is no such irrep
 */
export function learnedBlock(group: FiniteGroup, place: number): Float64Array {
  mustBe("group", aGroup, group);
  return irrepProjector(group, [nontrivialIrrep(group, place)]);
}
