import { InputError } from "@grokscape/group-datasets";

/**
 * Inverse participation ratio Σp² of masses, p their shares: 1/N if all N are equal, 1 if one holds
 * everything. Of a node's masses in the irreps it says how much the node is one feature (Doshi, Das,
 * He & Gromov, "To grok or not to grok", arXiv 2310.13061: IPR with r = 2).
 *
 * @param masses not negative, such as |Fourier coefficient|²; 0 if all are 0
 * @throws InputError if one is negative or not finite
 */
export function inverseParticipationRatio(masses: ArrayLike<number>): number {
  const total = totalMass(masses);
  let sum = 0;
  for (let i = 0; i < masses.length; i++) sum += masses[i] * masses[i];
  return total > 0 ? sum / total / total : 0;
}

/**
 * Gini coefficient of masses: 0 if all are equal, 1 − 1/N if one of N holds everything. Nanda et al.
 * (arXiv 2301.05217, Sec. 5.2) follow that of the Fourier components of the weights; the formula is
 * Hurley & Rickard's (arXiv 0811.4706).
 *
 * @param masses not negative; 0 if all are 0
 * @throws InputError if one is negative or not finite
 */
export function giniCoefficient(masses: ArrayLike<number>): number {
  const total = totalMass(masses);
  if (total === 0) return 0;
  const sorted = Float64Array.from(masses).sort();
  const N = sorted.length;
  let sum = 0;
  for (let i = 0; i < N; i++) sum += (sorted[i] / total) * (2 * (i + 1) - N - 1);
  return sum / N;
}

function totalMass(masses: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < masses.length; i++) {
    if (!(masses[i] >= 0 && masses[i] < Infinity)) {
      throw new InputError(`mass ${i} is ${masses[i]}`, "masses are finite and not negative");
    }
    total += masses[i];
  }
  return total;
}
