import { InputError } from "@grokscape/group-datasets";
import { largest } from "@grokscape/trainer/internal";
import { checkFinite } from "./check.ts";

/**
 * Inverse participation ratio Σp² of masses, p their shares: 1/N if all N are equal, 1 if one holds
 * everything. Of a node's masses in the irreps it says how much the node is one feature (Doshi, Das,
 * He & Gromov, "To grok or not to grok", arXiv 2310.13061: IPR with r = 2).
 *
 * @param masses one or more, not negative, such as |Fourier coefficient|²; 0 if all are 0
 * @throws InputError if there is none, or one is negative or not finite
 */
export function inverseParticipationRatio(masses: ArrayLike<number>): number {
  return shares(masses).reduce((sum, share) => sum + share * share, 0);
}

/**
 * Gini coefficient of masses: 0 if all are equal, 1 − 1/N if one of N holds everything. Nanda et al.
 * (arXiv 2301.05217, Sec. 5.2) follow that of the Fourier components of the weights; the formula is
 * Hurley & Rickard's (arXiv 0811.4706).
 *
 * @param masses one or more, not negative; 0 if all are 0
 * @throws InputError if there is none, or one is negative or not finite
 */
export function giniCoefficient(masses: ArrayLike<number>): number {
  const sorted = shares(masses).sort();
  const N = sorted.length;
  return sorted.reduce((sum, share, i) => sum + share * (2 * (i + 1) - N - 1), 0) / N;
}

/** Each mass as a part of all; 0 if all are 0. */
function shares(masses: ArrayLike<number>): Float64Array {
  checkFinite("the list of masses", masses);
  const scale = largest(masses) || 1; // so that no sum overflows
  let total = 0;
  for (let i = 0; i < masses.length; i++) {
    if (masses[i] < 0) throw new InputError(`mass ${i} is ${masses[i]}`, "masses are not negative");
    total += masses[i] / scale;
  }
  return Float64Array.from(masses, (mass) => mass / scale / (total || 1));
}
