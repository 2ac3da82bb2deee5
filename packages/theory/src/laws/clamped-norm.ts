import { mustBe, number, orNull } from "@grokscape/group-datasets/forms";
import { clampedNorm } from "@grokscape/group-datasets/works";
import { mean } from "./least-squares.ts";
import { checkedLaw, generalised, type ScalingLaw } from "./scaling-law.ts";

/** The published exponent. */
const alpha = 7.5;

/**
 * Clamped norm: where ‖θ‖ is held at ρ times its critical value, the time is A·exp(7.5·ρ); A is
 * fitted. Of runs whose norm is free it says nothing.
 */
export function clampedNormLaw(factor: number | null = null): ScalingLaw {
  mustBe("factor", orNull(number), factor);
  return checkedLaw({
    id: "clamped-norm",
    title: { en: "clamped norm", "zh-cn": "固定范数" },
    says: {
      en: "with the norm held at ρ times its critical value the time is proportional to exp(7.5·ρ)",
      "zh-cn": "范数固定在临界值的 ρ 倍时，所需时间与 exp(7.5·ρ) 成正比",
    },
    citation: clampedNorm,
    constants: { alpha, factor },
    predict: ({ clampedNorm }) => ({
      criticalCount: null,
      grokStep:
        factor === null || clampedNorm === undefined
          ? null
          : factor * Math.exp(alpha * clampedNorm),
    }),
    fit(runs) {
      const level = mean(
        generalised(runs).flatMap(({ config: { clampedNorm }, grokStep }) =>
          clampedNorm === undefined ? [] : [Math.log(grokStep) - alpha * clampedNorm],
        ),
      );
      return level === null ? this : clampedNormLaw(Math.exp(level));
    },
  });
}
