import { forecast } from "@grokscape/measures";
import type { Predictor } from "../../predictor.ts";

export const forecaster: Predictor = {
  id: "forecaster",
  title: { en: "forecaster", "zh-cn": "预报器" },
  says: {
    en: "a regression on task, settings and the curves so far",
    "zh-cn": "对任务、设置与至今的曲线所作的回归",
  },
  probability: (config, rows) => forecast(config, rows).probability,
};
