import { task } from "@grokscape/group-datasets";
import { expect, onTestFinished, test } from "vitest";
import { addLaws, explain, predict, type ScalingLaw, scalingLaws } from "../../src/index.ts";
import { figure3 } from "../prediction/config.ts";

const third: ScalingLaw = {
  id: "a-third",
  title: { en: "a third of the table", "zh-cn": "三分之一张表" },
  says: { en: "n = M²/3", "zh-cn": "n = M²/3" },
  citation: { title: "nobody", reference: "https://example.org" },
  constants: {},
  predict: ({ size }) => ({ criticalCount: size / 3, grokStep: null }),
  fit: () => third,
};
const addition = task("cyclic:71");

test("a law that was added speaks in predictions, until it is taken away", () => {
  const remove = addLaws([third]);
  onTestFinished(remove);
  const { laws } = predict(addition, figure3);
  expect(laws.at(-1)).toEqual({ law: "a-third", criticalCount: 5041 / 3, grokStep: null });
  expect(JSON.stringify(explain(predict(addition, figure3), "zh-cn"))).toContain("三分之一张表");
  remove();
  expect(predict(addition, figure3).laws).toHaveLength(laws.length - 1);
});

test.each([
  [{ ...third, id: scalingLaws[0].id }, "there is a law li2 already; give yours another id"],
  [{ ...third, title: "a third" }, "laws[0].title must be"],
  [{ ...third, predict: () => ({ criticalCount: "many" }) }, "what the law a-third says.criticalC"],
  [{ ...third, predict: () => JSON.parse("{") }, "the law a-third fails: "],
  [{ ...third, fit: () => null }, "the law a-third fitted to no runs must be"],
])("%# is refused", (law, message) => {
  expect(() => addLaws([law as never])).toThrow(message);
});
