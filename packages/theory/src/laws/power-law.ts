import { mustBe, number, orNull } from "@grokscape/group-datasets/forms";
import { fourSettings } from "@grokscape/group-datasets/works";
import { mean } from "./least-squares.ts";
import { checkedLaw, generalised, type LawConfig, type ScalingLaw } from "./scaling-law.ts";

/** The published exponents. */
const exponents = { width: -0.27, data: -2.04, learningRate: -0.5, weightDecay: -0.64 };

/** ln of H^−.27·D^−2.04·lr^−.50·decay^−.64 */
const logPower = ({ width, count, learningRate, weightDecay }: LawConfig): number =>
  exponents.width * Math.log(width) +
  exponents.data * Math.log(count) +
  exponents.learningRate * Math.log(learningRate) +
  exponents.weightDecay * Math.log(weightDecay);

/**
 * A power law of four settings: T = A·H^−.27·D^−2.04·lr^−.50·decay^−.64, H the hidden width and D the
 * number of training examples. The exponents are as published, A is fitted.
 */
export function powerLaw(factor: number | null = null): ScalingLaw {
  mustBe("factor", orNull(number), factor);
  return checkedLaw({
    id: "power-law",
    title: { en: "power law of four settings", "zh-cn": "四个设置的幂律" },
    says: {
      en: "the time is proportional to width^−0.27 · examples^−2.04 · learning rate^−0.50 · weight decay^−0.64",
      "zh-cn": "时间正比于 宽度^−0.27 · 样本数^−2.04 · 学习率^−0.50 · 权重衰减^−0.64",
    },
    citation: fourSettings,
    constants: { ...exponents, factor },
    predict: (config) => ({
      criticalCount: null,
      grokStep:
        factor === null || config.weightDecay === 0 ? null : factor * Math.exp(logPower(config)),
    }),
    fit(runs) {
      const level = mean(
        generalised(runs)
          .filter(({ config }) => config.weightDecay > 0)
          .map(({ config, grokStep }) => Math.log(grokStep) - logPower(config)),
      );
      return level === null ? this : powerLaw(Math.exp(level));
    },
  });
}
