import { InputError } from "@grokscape/group-datasets";
import { mustBe, number, numbers, orNull, record } from "@grokscape/group-datasets/forms";
import { finiteSize } from "@grokscape/group-datasets/works";
import { checkedLaw, generalised, type MeasuredRun, type ScalingLaw } from "./scaling-law.ts";

interface FiniteSizeConstants {
  /** p_c, the critical share of all examples. */
  readonly fraction: number | null;
  /** s and 1/ν: a run generalises with probability 1/(1 + exp(−s·(p − p_c)·M^(1/ν))). */
  readonly slope: number | null;
  readonly inverseNu: number | null;
}

/**
 * Finite-size scaling: a phase transition at one share p_c of the examples, the same for every M and
 * sharper with it. All three constants are fitted by maximum likelihood, with a mild prior that
 * keeps the slope finite where runs separate without an exception.
 */
export function finiteSizeLaw(
  constants: FiniteSizeConstants = { fraction: null, slope: null, inverseNu: null },
): ScalingLaw {
  mustBe(
    "constants",
    record({ fraction: orNull(number), slope: orNull(number), inverseNu: orNull(number) }),
    constants,
  );
  const { fraction } = constants;
  return checkedLaw({
    id: "finite-size",
    title: { en: "finite-size transition", "zh-cn": "有限尺寸相变" },
    says: {
      en: "generalisation is a phase transition at one critical share of the examples, sharper for larger M",
      "zh-cn": "泛化是发生在同一临界样本比例处的相变，M 越大越陡",
    },
    citation: finiteSize,
    constants: { ...constants },
    predict: ({ size }) => ({
      criticalCount: fraction === null ? null : fraction * size,
      grokStep: null,
    }),
    fit(runs) {
      const won = generalised(runs).length;
      if (won === 0 || won === runs.length) return this;
      let best: { value: number; constants: FiniteSizeConstants } | null = null;
      for (let i = 0; i <= 20; i++) {
        const inverseNu = i / 10;
        const { value, slope, fraction } = mostLikely(runs, inverseNu);
        if (!best || value > best.value)
          best = { value, constants: { fraction, slope, inverseNu } };
      }
      return best ? finiteSizeLaw(best.constants) : this;
    },
  });
}

/** Newton's method for the two coefficients of a logistic regression at a given 1/ν. */
function mostLikely(runs: readonly MeasuredRun[], inverseNu: number) {
  const points = runs.map(({ config, grokStep }) => {
    const scale = config.classes ** inverseNu;
    return { x: (scale * config.count) / config.size, scale, y: grokStep === null ? 0 : 1 };
  });
  const prior = 1e-3;
  let [slope, offset] = [0, 0];
  const value = () =>
    points.reduce(
      (sum, { x, scale, y }) => {
        const logit = slope * x - offset * scale;
        return sum - Math.log1p(Math.exp(y === 1 ? -logit : logit));
      },
      -prior * (slope ** 2 + offset ** 2),
    );
  for (let step = 0; step < 60; step++) {
    let [g0, g1] = [-2 * prior * slope, -2 * prior * offset];
    let [h00, h01, h11] = [2 * prior, 0, 2 * prior];
    for (const { x, scale, y } of points) {
      const p = 1 / (1 + Math.exp(offset * scale - slope * x));
      g0 += (y - p) * x;
      g1 -= (y - p) * scale;
      h00 += p * (1 - p) * x * x;
      h01 -= p * (1 - p) * x * scale;
      h11 += p * (1 - p) * scale * scale;
    }
    const determinant = h00 * h11 - h01 * h01;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    const [before, s, o] = [value(), slope, offset];
    // half the step as long as it does not climb
    for (let share = 1; share > 1e-6; share /= 2) {
      [slope, offset] = [s + share * d0, o + share * d1];
      if (value() >= before) break;
    }
  }
  return { value: value(), slope, fraction: offset / slope };
}

/**
 * Binder's cumulant of an order parameter, such as the test accuracy of runs alike:
 * 1 − ⟨m⁴⟩/(3⟨m²⟩²). Curves of it for different M cross at a critical point.
 *
 * @throws InputError if all values are 0 or there are none
 */
export function binderCumulant(values: ArrayLike<number>): number {
  mustBe("values", numbers, values);
  let [second, fourth] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    second += values[i] ** 2 / values.length;
    fourth += values[i] ** 4 / values.length;
  }
  if (!(second > 0)) throw new InputError("no order parameter above 0", "give some that are");
  return 1 - fourth / (3 * second ** 2);
}
