import type { Predictor } from "../../predictor.ts";

/** Of the 1,162 runs that the forecaster was fitted on. */
const share = 0.34;

export const chance: Predictor = {
  id: "chance",
  title: { en: "always the same", "zh-cn": "永远说同一个数" },
  says: {
    en: "the share of understanding runs among those that the forecaster was fitted on",
    "zh-cn": "预报器拟合所用的运行中，悟出规律者的比例",
  },
  probability: () => share,
};
