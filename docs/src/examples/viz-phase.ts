import { phaseDiagram } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";

// the least share that had to be shown, for three clocks, and what a law says
const points = [
  { x: 11, p: 0.62, low: 0.58, high: 0.66 },
  { x: 23, p: 0.4, low: 0.37, high: 0.43 },
  { x: 41, p: 0.26, low: 0.24, high: 0.28 },
];
const law = {
  name: "2.7482 ln M / M",
  curve: [11, 17, 23, 31, 41].map((x) => ({ x, p: (2.7482 * Math.log(x)) / x })),
};
const svg = renderToString((document) => phaseDiagram(points, [law], { document }));
console.log(/<desc>(.*)<\/desc>/.exec(svg)?.[1]);
