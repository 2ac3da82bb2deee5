import { mustBe, number, orNull } from "@grokscape/group-datasets/forms";
import { tian } from "@grokscape/group-datasets/works";
import { authorConstant } from "../scaling/critical-count.ts";
import { mean } from "./least-squares.ts";
import { checkedLaw, coupons, generalised, type ScalingLaw } from "./scaling-law.ts";

/**
 * Li₂: n_c = 2.7482·max(1, d/2)·M·ln M (Theorem 4's form with the constant of the author's code), and
 * a time of 1/η up to a constant that is fitted (Section 7).
 */
export function li2Law(timeConstant: number | null = null): ScalingLaw {
  mustBe("timeConstant", orNull(number), timeConstant);
  return checkedLaw({
    id: "li2",
    title: { en: "Li₂: n ~ M·ln M, t ~ 1/η", "zh-cn": "Li₂：n ~ M·ln M，t ~ 1/η" },
    says: {
      en: "runs generalise from 2.7482·max(1, d/2)·M·ln M examples on, after a time inverse to the weight decay",
      "zh-cn": "训练样本达到 2.7482·max(1, d/2)·M·ln M 时泛化，所需时间与权重衰减成反比",
    },
    citation: tian,
    constants: { critical: authorConstant, time: timeConstant },
    predict: ({ classes, largestDegree, weightDecay }) => ({
      criticalCount: authorConstant * Math.max(1, largestDegree / 2) * coupons(classes),
      grokStep: timeConstant === null || weightDecay === 0 ? null : timeConstant / weightDecay,
    }),
    fit(runs) {
      const logs = generalised(runs)
        .filter(({ config }) => config.weightDecay > 0)
        .map(({ config, grokStep }) => Math.log(grokStep * config.weightDecay));
      const log = mean(logs);
      return log === null ? this : li2Law(Math.exp(log));
    },
  });
}
