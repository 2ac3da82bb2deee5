import type { Predictor } from "../../predictor.ts";

export const accuracySoFar: Predictor = {
  id: "test-accuracy",
  title: { en: "test accuracy so far", "zh-cn": "至今的测试准确率" },
  says: {
    en: "the share of the held-out examples that are right now, taken for the probability",
    "zh-cn": "把没看过的样本此刻答对的比例，直接当作概率",
  },
  probability: (_config, rows) => rows[rows.length - 1].testAccuracy,
};
