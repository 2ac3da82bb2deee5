import { InputError } from "@grokscape/group-datasets";
import { mustAllBe, mustBe, number, numbers } from "@grokscape/group-datasets/forms";

/**
 * Lemma 7: p_l = μ_l^a/Σμ^a, the share of random starts that end in maximum l, where each start
 * has independent weights α_l with P(α_l ≤ x) = exp(−x^(−a)) and the largest μ_l·α_l wins (Lemma 8).
 *
 * @param reach μ_l > 0
 * @param exponent a
 */
export function captureProbabilities(reach: ArrayLike<number>, exponent: number): Float64Array {
  mustBe("reach", numbers, reach);
  mustBe("exponent", number, exponent);
  const powers = Float64Array.from(reach, (mu) => mu ** exponent);
  if (powers.length === 0 || !powers.every((power) => power > 0 && Number.isFinite(power))) {
    throw new InputError("every μ must be above 0", `got ${few(reach)}`);
  }
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

/**
 * Lemma 8: of the flow α̇_l = μ_l·α_l² within the unit ball (Equation 10) the maximum that a start
 * ends in, the l with the largest μ_l·α_l(0).
 */
export function winningMaximum(reach: ArrayLike<number>, start: ArrayLike<number>): number {
  mustAllBe(numbers, { reach, start });
  if (reach.length !== start.length || reach.length === 0) {
    throw new InputError(`${start.length} weights for ${reach.length} maxima`, "give one for each");
  }
  let winner = 0;
  for (let l = 1; l < reach.length; l++) {
    if (reach[l] * start[l] > reach[winner] * start[winner]) winner = l;
  }
  return winner;
}

/**
 * How many nodes, trained independently, it takes on average until every one of L maxima has been
 * found (Theorem 8): T₀ = ∫₀^∞ (1 − Π_l(1 − e^(−p_l·t))) dt.
 *
 * @param probabilities p_l > 0, adding up to 1
 */
export function independentNodes(probabilities: ArrayLike<number>): number {
  const p = checkedProbabilities(probabilities);
  const smallest = p.reduce((least, q) => Math.min(least, q));
  const largest = p.reduce((most, q) => Math.max(most, q));
  const missing = (t: number): number => {
    let log = 0;
    for (const q of p) log += Math.log1p(-Math.exp(-q * t));
    return -Math.expm1(log);
  };
  // up to `head` the integrand is 1 to double precision; after `end` it is below e⁻⁴⁵
  const end = (45 + Math.log(p.length)) / smallest;
  // t = e^x − 1 in units of 1/p_max spreads the scales out
  const top = Math.log1p(end * largest);
  const intervals = 20_000;
  const step = top / intervals;
  let sum = 0;
  for (let i = 0; i <= intervals; i++) {
    const x = i * step;
    const t = Math.expm1(x) / largest;
    const simpson = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += simpson * (t === 0 ? 1 : missing(t)) * (Math.exp(x) / largest);
  }
  return (sum * step) / 3;
}

/**
 * Lemma 10 and Theorem 8's lower bound, corrected (erratum 14): T₀ ≥ max(1/min p, L·H_L), H_L = Σ 1/l.
 */
export function independentNodesBound(probabilities: ArrayLike<number>): number {
  const p = checkedProbabilities(probabilities);
  const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  return Math.max(1 / p.reduce((least, q) => Math.min(least, q)), p.length * harmonic);
}

/**
 * How many nodes Muon takes when it adds them one after another (Theorem 8): at most
 * T_a = 2^(−a)·T₀ + (1 − 2^(−a))·L. It tends to L for large a only if μ_max/μ_min < 2 (erratum 15).
 *
 * @param reach μ_l > 0
 * @param exponent a
 */
export function muonNodes(reach: ArrayLike<number>, exponent: number): number {
  mustBe("exponent", number, exponent);
  const share = 2 ** -exponent;
  const independent = independentNodes(captureProbabilities(reach, exponent));
  return share * independent + (1 - share) * reach.length;
}

function checkedProbabilities(probabilities: ArrayLike<number>): Float64Array {
  mustBe("probabilities", numbers, probabilities);
  const p = Float64Array.from(probabilities);
  const sum = p.reduce((a, b) => a + b, 0);
  if (p.length === 0 || !p.every((q) => q > 0) || Math.abs(sum - 1) > 1e-9) {
    throw new InputError(`probabilities ${few(p)}`, "each is above 0, and they add up to 1");
  }
  return p;
}

/** The first few of some numbers, for an error. */
const few = (values: ArrayLike<number>): string =>
  `${Array.from(values).slice(0, 8).join(", ")}${values.length > 8 ? " …" : ""}`;
