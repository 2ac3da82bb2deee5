import { mustBe, number, orNull, record } from "@grokscape/group-datasets/forms";
import { normSeparation } from "@grokscape/group-datasets/works";
import { mean } from "./least-squares.ts";
import { checkedLaw, generalised, type MeasuredRun, type ScalingLaw } from "./scaling-law.ts";

interface NormSeparationConstants {
  /** A in front of log(‖θ_mem‖²/‖θ_post‖²)/(lr·decay). */
  readonly factor: number | null;
  /** ‖θ_post‖², the squared norm after generalisation. */
  readonly squaredNormAfter: number | null;
}

/**
 * Norm separation: from fitting the data to generalising it takes
 * A·log(‖θ_mem‖²/‖θ_post‖²)/(learning rate × weight decay), the time in which decay shrinks one norm
 * to the other. A and ‖θ_post‖² are fitted.
 */
export function normSeparationLaw(
  constants: NormSeparationConstants = { factor: null, squaredNormAfter: null },
): ScalingLaw {
  mustBe(
    "constants",
    record({ factor: orNull(number), squaredNormAfter: orNull(number) }),
    constants,
  );
  const { factor, squaredNormAfter } = constants;
  return checkedLaw({
    id: "norm-separation",
    title: { en: "norm separation", "zh-cn": "范数分离" },
    says: {
      en: "the delay is log(‖θ_mem‖²/‖θ_post‖²) divided by learning rate times weight decay, up to a constant",
      "zh-cn": "延迟等于 log(‖θ_mem‖²/‖θ_post‖²) 除以学习率与权重衰减之积，差一个常数",
    },
    citation: normSeparation,
    constants: { ...constants },
    predict({ learningRate, weightDecay }, memorisation) {
      const rate = learningRate * weightDecay;
      const known = factor !== null && squaredNormAfter !== null && memorisation !== undefined;
      if (!known || rate === 0) return { criticalCount: null, grokStep: null };
      const log = Math.log(memorisation.squaredNorm / squaredNormAfter);
      return {
        criticalCount: null,
        grokStep: log > 0 ? memorisation.step + (factor * log) / rate : null,
      };
    },
    fit(runs) {
      const usable = delays(runs).filter(({ squaredNormAfter }) => squaredNormAfter !== undefined);
      const after = mean(usable.map((run) => Math.log(run.squaredNormAfter as number)));
      if (after === null) return this;
      const factors = usable.flatMap(({ scaledDelay, squaredNorm }) => {
        const log = Math.log(squaredNorm) - after;
        return log > 0 && scaledDelay > 0 ? [Math.log(scaledDelay / log)] : [];
      });
      const level = mean(factors);
      return normSeparationLaw({
        factor: level === null ? null : Math.exp(level),
        squaredNormAfter: Math.exp(after),
      });
    },
  });
}

/** The delay of each run that generalised, times learning rate and weight decay. */
export function delays(runs: readonly MeasuredRun[]) {
  return generalised(runs).flatMap(({ config, grokStep, memorisation, squaredNormAfter }) => {
    const rate = config.learningRate * config.weightDecay;
    if (memorisation === undefined || rate === 0) return [];
    const scaledDelay = rate * (grokStep - memorisation.step);
    return [{ scaledDelay, squaredNorm: memorisation.squaredNorm, squaredNormAfter }];
  });
}
