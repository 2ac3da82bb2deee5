import { task } from "@grokscape/group-datasets";
import { expectationOf, type PredictedOutcome, predict } from "@grokscape/theory";
import type { Predictor } from "../../predictor.ts";
import { chance } from "../chance/index.ts";

/** Its verdicts have been right in 19 of 20 runs at least. */
const sure: Readonly<Partial<Record<PredictedOutcome, number>>> = {
  generalises: 0.95,
  memorises: 0.05,
};

export const beforehand: Predictor = {
  id: "theory",
  title: { en: "theory, before the run", "zh-cn": "理论，运行之前" },
  says: {
    en: "the verdict of predict() on task, examples and settings; where it has none, always the same",
    "zh-cn": "predict() 依任务、样本数与设置下的判断；没有判断时，说同一个数",
  },
  probability(config, rows) {
    const expectation = expectationOf(predict(task(config.task), config));
    return (expectation && sure[expectation.outcome]) ?? chance.probability(config, rows);
  },
};
