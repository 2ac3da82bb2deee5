import { mustBe, number, orNull, record } from "@grokscape/group-datasets/forms";
import { firstPassage } from "@grokscape/group-datasets/works";
import { leastSquares } from "./least-squares.ts";
import { delays } from "./norm-separation.ts";
import { checkedLaw, type ScalingLaw } from "./scaling-law.ts";

interface FirstPassageConstants {
  /** κ, what an adaptive optimiser makes of the rate of decay. */
  readonly kappa: number | null;
  /** V*, the squared norm at which a run generalises. */
  readonly threshold: number | null;
}

/**
 * First passage: V = ‖θ‖² shrinks at the rate 2κ·lr·decay, and the run generalises when it passes V*:
 * a delay of log(V_mem/V*)/(2κ·lr·decay). κ and V* are fitted.
 */
export function firstPassageLaw(
  constants: FirstPassageConstants = { kappa: null, threshold: null },
): ScalingLaw {
  mustBe("constants", record({ kappa: orNull(number), threshold: orNull(number) }), constants);
  const { kappa, threshold } = constants;
  return checkedLaw({
    id: "first-passage",
    title: { en: "first passage of the norm", "zh-cn": "范数首次穿越" },
    says: {
      en: "the delay is log(V_mem/V*)/(2κ·learning rate·weight decay), V = ‖θ‖²",
      "zh-cn": "延迟等于 log(V_mem/V*)/(2κ·学习率·权重衰减)，V = ‖θ‖²",
    },
    citation: firstPassage,
    constants: { ...constants },
    predict({ learningRate, weightDecay }, memorisation) {
      const known = kappa !== null && threshold !== null && memorisation !== undefined;
      const rate = 2 * (kappa ?? 0) * learningRate * weightDecay;
      if (!known || rate <= 0) return { criticalCount: null, grokStep: null };
      const log = Math.log(memorisation.squaredNorm / threshold);
      return { criticalCount: null, grokStep: log > 0 ? memorisation.step + log / rate : null };
    },
    fit(runs) {
      const usable = delays(runs);
      // lr·decay·delay = (log V_mem − log V*)/(2κ): a line in log V_mem
      const line = leastSquares(
        [usable.map(({ squaredNorm }) => Math.log(squaredNorm)), usable.map(() => 1)],
        usable.map(({ scaledDelay }) => scaledDelay),
      );
      if (!line || line[0] <= 0) return this;
      const [slope, level] = line;
      return firstPassageLaw({ kappa: 1 / (2 * slope), threshold: Math.exp(-level / slope) });
    },
  });
}
