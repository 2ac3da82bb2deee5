import { InputError } from "@grokscape/group-datasets";
import { mustAllBe, mustBe, number, whole } from "@grokscape/group-datasets/forms";
import { anActivation } from "../input/kinds.ts";
import { type ActivationName, scalarActivation } from "../numerics/activation.ts";

/**
 * b(ρ) = E[σ(su)σ(sv)] for standard normal u, v with correlation ρ: what two samples with inputs of
 * norm s and inner product ρs² share in a wide layer with W ~ N(0, 1). In Hermite coefficients
 * a_l(s) = E[σ(sZ)He_l(Z)]/√l! it is Σ_l a_l² ρ^l (Lemma 1).
 *
 * @param correlation ρ in [−1, 1]
 * @throws InputError if it is not
 */
export function gaussianKernel(
  activation: ActivationName,
  inputNorm: number,
  correlation: number,
): number {
  mustBe("activation", anActivation, activation);
  mustAllBe(number, { inputNorm, correlation });
  const size = Math.abs(correlation);
  if (!(size <= 1)) throw new InputError(`a correlation is in [−1, 1], got ${correlation}`);
  if (size === 1) {
    const { value } = scalarActivation(activation);
    return gaussianMean((z) => value(inputNorm * z) * value(correlation * inputNorm * z));
  }
  const coefficients = hermiteCoefficients(activation, inputNorm, degreeFor(size));
  let sum = 0;
  for (let l = coefficients.length - 1; l >= 0; l--) sum = sum * correlation + coefficients[l] ** 2;
  return sum;
}

/** a_l(s) = E[σ(sZ)·He_l(Z)]/√l! for l from 0 to `degree`. */
export function hermiteCoefficients(
  activation: ActivationName,
  inputNorm: number,
  degree: number,
): Float64Array {
  mustBe("activation", anActivation, activation);
  mustBe("inputNorm", number, inputNorm);
  mustBe("degree", whole(0, 10_000), degree);
  const { value } = scalarActivation(activation);
  const coefficients = new Float64Array(degree + 1);
  forEachNode((z, weight) => {
    const share = weight * value(inputNorm * z);
    let [before, now] = [0, 1];
    for (let l = 0; l <= degree; l++) {
      coefficients[l] += share * now;
      // normalised: √(l+1)·h_{l+1} = z·h_l − √l·h_{l−1}
      [before, now] = [now, (z * now - Math.sqrt(l) * before) / Math.sqrt(l + 1)];
    }
  });
  return coefficients;
}

function gaussianMean(f: (z: number) => number): number {
  let sum = 0;
  forEachNode((z, weight) => {
    sum += weight * f(z);
  });
  return sum;
}

/** Terms after which ρ^l no longer counts. */
function degreeFor(correlation: number): number {
  if (correlation === 0) return 0;
  return Math.min(200, Math.ceil(Math.log(1e-18) / Math.log(correlation)));
}

/**
 * Simpson's rule for the normal density on [−16, 0] and [0, 16]: a kink at 0, as ReLU has, lies on
 * its border and costs nothing.
 */
function forEachNode(visit: (z: number, weight: number) => void): void {
  const [end, intervals] = [16, 4000];
  const step = end / intervals;
  for (let i = 0; i <= intervals; i++) {
    const z = i * step;
    const simpson = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    const weight = ((simpson * step) / 3) * Math.exp((-z * z) / 2) * Math.sqrt(1 / (2 * Math.PI));
    visit(z, weight);
    visit(-z, weight);
  }
}
