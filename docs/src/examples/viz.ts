import { grokkingCurve } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";

const row = (step: number, trainAccuracy: number, testAccuracy: number) => ({
  step,
  trainAccuracy,
  testAccuracy,
  trainLoss: 1 - trainAccuracy,
  testLoss: 1 - testAccuracy,
});
const record = {
  metrics: [row(0, 0.04, 0.04), row(20, 1, 0.05), row(400, 1, 1)],
  memorisedAt: 20,
  generalisedAt: 400,
};
const svg = renderToString((document) => grokkingCurve(record, { document }));
console.log(/<desc>(.*)<\/desc>/.exec(svg)?.[1]);
