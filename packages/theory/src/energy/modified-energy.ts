import { type FiniteGroup, InputError, realIrreps } from "@grokscape/group-datasets";
import { mustBe, numbers, record } from "@grokscape/group-datasets/forms";
import { aGroup, places } from "../input/kinds.ts";
import { missingProjector } from "./class-projector.ts";
import { nontrivialIrrep } from "./feature-maximum.ts";
import { groupLandscape } from "./group-landscape.ts";
import { irrepEnergies } from "./irrep-spectrum.ts";
import type { EnergyLandscape } from "./landscape.ts";

/**
 * E_S(w) for σ(x) = x² on all pairs (Theorem 7, corrected: erratum 13): the energy that is left once
 * the irreps in S are learned, 2M·Σ_{k∉S} (1/d_k)·‖U_kV_k*‖² = the sum of `irrepEnergies` outside S.
 *
 * @param learned S: places in `realIrreps(group)`, from 1 on
 * @throws InputError if w has another length than 2M, or S names no nontrivial real irrep
 */
export function modifiedEnergy(
  group: FiniteGroup,
  w: ArrayLike<number>,
  learned: readonly number[],
): number {
  mustBe("learned", places, learned);
  const energies = irrepEnergies(group, w);
  for (const place of learned) nontrivialIrrep(group, place);
  return energies.reduce((sum, energy, k) => (learned.includes(k) ? sum : sum + energy), 0);
}

/** The landscape of E_S on all pairs, which has local maxima on the missing irreps alone. */
export function modifiedLandscape(
  group: FiniteGroup,
  learned: readonly number[],
  options: Omit<Parameters<typeof groupLandscape>[1] & object, "projector"> = {},
): EnergyLandscape {
  mustBe("options", record({}), options);
  return groupLandscape(group, { ...options, projector: missingProjector(group, learned) });
}

/**
 * The highest energy that a weight vector can have with so much of its norm in each real irrep
 * (Theorem 2 in block masses, corrected: erratum 1): (M/2)·Σ c_k²/D_k over the nontrivial ones.
 * Σ c_k = 1 on the sphere; all of it in one irrep gives that irrep's maximum, M/(2·D).
 *
 * @param masses c_k for each of `realIrreps(group)`, as `irrepMasses` gives them
 */
export function blockMassEnergy(group: FiniteGroup, masses: ArrayLike<number>): number {
  mustBe("group", aGroup, group);
  mustBe("masses", numbers, masses);
  const all = realIrreps(group);
  if (masses.length !== all.length) {
    throw new InputError(`${masses.length} masses`, `${group.name} has ${all.length} real irreps`);
  }
  let sum = 0;
  for (const [k, { dimension }] of all.entries()) {
    if (k > 0) sum += masses[k] ** 2 / dimension;
  }
  return (group.order / 2) * sum;
}
