import { type FiniteGroup, InputError } from "@grokscape/group-datasets";
import { mustAllBe, mustBe, number, numbers, whole } from "@grokscape/group-datasets/forms";
import { aGroup, anActivation } from "../input/kinds.ts";
import { type ActivationName, scalarActivation } from "../numerics/activation.ts";

/** The best that a node can do with examples of one target only: it memorises (Theorem 5). */
export interface MemorisingOptimum {
  /** focused: on the likeliest pair alone. spreading: over all pairs, more on likelier ones. */
  readonly kind: MemorisationForm;
  /** s_g ≥ 0, Σ s_g² = 2: the pre-activation of each pair. */
  readonly s: Float64Array;
  /** λ of s_g = φ⁻¹(2λ/p_g); null where focused. */
  readonly lambda: number | null;
  /** Σ p_g·σ(s_g). */
  readonly objective: number;
}

/** How a node memorises: on one pair alone, or on all pairs of the target. */
export type MemorisationForm = "focused" | "spreading";

/** φ(x) = σ′(x)/x for x > 0, which decides how a node memorises (Lemmas 5 and 6). */
export function slopeRatio(activation: ActivationName, x: number): number {
  mustBe("x", number, x);
  return scalarActivation(activation).derivative(x) / x;
}

/**
 * Lemma 6: focused where φ(x) = σ′(x)/x is nondecreasing (x², relu²), spreading where it strictly
 * decreases (linear, ReLU, SiLU, tanh, sigmoid).
 */
export function memorisationForm(activation: ActivationName): MemorisationForm {
  mustBe("activation", anActivation, activation);
  return activation === "quadratic" || activation === "relu2" ? "focused" : "spreading";
}

/**
 * Lemma 5: how far s is from the optimality conditions, the largest |p_g·σ′(s_g) − 2λs_g|. It is 0 at
 * every optimum, with λ = ½·p_g·φ(s_g) for each pair in use.
 */
export function optimalityGap(
  probabilities: ArrayLike<number>,
  activation: ActivationName,
  s: ArrayLike<number>,
  lambda: number,
): number {
  mustAllBe(numbers, { probabilities, s });
  mustBe("lambda", number, lambda);
  const { derivative } = scalarActivation(activation);
  let gap = 0;
  for (let g = 0; g < s.length; g++) {
    if (s[g] > 0) {
      gap = Math.max(gap, Math.abs(probabilities[g] * derivative(s[g]) - 2 * lambda * s[g]));
    }
  }
  return gap;
}

/**
 * Theorem 5 (erratum 8: uncentred Y, s ≥ 0): the global maximum of Σ p_g·σ(s_g) under Σ s_g² = 2.
 * With φ(x) = σ′(x)/x nondecreasing (x², relu²) it is focused on the largest p_g; with φ strictly
 * decreasing (linear, ReLU, SiLU, tanh, sigmoid) it spreads, s_g = φ⁻¹(2λ/p_g).
 *
 * @param probabilities p_g ≥ 0 of the pairs (g, g⁻¹h); the first of equal largest is chosen
 * @throws InputError if they do not add up to 1
 */
export function memorisingOptimum(
  probabilities: ArrayLike<number>,
  activation: ActivationName,
): MemorisingOptimum {
  mustBe("probabilities", numbers, probabilities);
  mustBe("activation", anActivation, activation);
  const p = Float64Array.from(probabilities);
  const sum = p.reduce((a, b) => a + b, 0);
  if (!p.every((q) => q >= 0) || Math.abs(sum - 1) > 1e-9) {
    throw new InputError(
      `${p.length} probabilities that add up to ${sum}`,
      "each is at least 0, and they add up to 1",
    );
  }
  const { value } = scalarActivation(activation);
  const objective = (s: Float64Array) => s.reduce((total, x, g) => total + p[g] * value(x), 0);
  if (memorisationForm(activation) === "focused") {
    const s = new Float64Array(p.length);
    s[p.indexOf(p.reduce((most, q) => Math.max(most, q)))] = Math.SQRT2;
    return { kind: "focused", s, lambda: null, objective: objective(s) };
  }
  const { s, lambda } = spreadingSolution(p, activation);
  return { kind: "spreading", s, lambda, objective: objective(s) };
}

/** λ by bisection on Σ s_g² = 2, which falls as λ grows. */
function spreadingSolution(p: Float64Array, activation: ActivationName) {
  const at = (lambda: number) =>
    p.map((q) => (q > 0 ? inverseRatio(activation, (2 * lambda) / q) : 0));
  const excess = (s: Float64Array) => s.reduce((total, x) => total + x * x, 0) - 2;
  let [low, high] = [1, 1];
  while (excess(at(low)) < 0) low /= 2;
  while (excess(at(high)) > 0) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-16 * high; i++) {
    const middle = (low + high) / 2;
    if (excess(at(middle)) > 0) low = middle;
    else high = middle;
  }
  const lambda = (low + high) / 2;
  return { lambda, s: at(lambda) };
}

/** φ⁻¹(target) for the decreasing φ(x) = σ′(x)/x on x > 0. */
function inverseRatio(activation: ActivationName, target: number): number {
  const { derivative } = scalarActivation(activation);
  // s is at most √2 in the end; far above it only the sign of the excess matters
  let [low, high] = [0, 4];
  if (derivative(high) / high > target) return high;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (derivative(middle) > target * middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The weight vector of such an optimum, w = ½·Σ s_g·[e_g, e_{g⁻¹h}], of norm 1.
 *
 * @param target h
 * @param s a value for each element g
 */
export function memorisingWeights(
  group: FiniteGroup,
  target: number,
  s: ArrayLike<number>,
): Float64Array {
  mustBe("group", aGroup, group);
  mustBe("target", whole(0, group.order - 1), target);
  mustBe("s", numbers, s);
  const { order } = group;
  if (s.length !== order) {
    throw new InputError(`${s.length} values for ${order} pairs`, "give one for each element g");
  }
  const w = new Float64Array(2 * order);
  for (let g = 0; g < order; g++) {
    w[g] = s[g] / 2;
    w[order + group.multiply(group.inverse(g), target)] = s[g] / 2;
  }
  return w;
}
