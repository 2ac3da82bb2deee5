import { type CurveRow, grokkingCurve, phaseDiagram, stageTimeline } from "@grokscape/viz";
import { expect, test } from "vitest";
import { linearTicks } from "../../src/axes/linear-ticks.ts";
import { numberAxis } from "../../src/axes/number-axis.ts";
import { find, page } from "../found.ts";

const pairs = [
  [0.3, 0.1 + 0.2],
  [1e17, 1e17 + 16],
  [5e-324, 1e-323],
  [1 - 2 ** -53, 1],
  [1e100 * (1 - 2 ** -53), 1e100],
] as const;

test.each(pairs)("ticks between %d and %d, which are one to an axis, are one", (low, high) => {
  expect(linearTicks(low, high, 5)).toEqual([low]);
  for (const type of ["linear", "log"] as const) {
    const { domain, ticks } = numberAxis("", [low, high], { type: low < 1e-100 ? "linear" : type });
    expect(domain[1] - domain[0]).toBeGreaterThan(0.1 * low);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThan(12);
  }
});

test("values that an axis can tell apart have labels that differ", () => {
  const { ticks, format } = numberAxis("", [1e6, 1e6 + 0.01], { wanted: 5 });
  expect(new Set(ticks.map(format)).size).toBe(ticks.length);
  expect(ticks.length).toBeGreaterThan(2);
});

const measured = { trainAccuracy: 0.5, testAccuracy: 0.4, trainLoss: 0.3, testLoss: 0.2 };
const inside = {
  gradientNorm: 1,
  topTurn: 1,
  hiddenTurn: 1,
};

test.each(pairs)("pictures over %d and %d are drawn", (low, high) => {
  for (const scale of ["linear", "log"] as const) {
    const options = { document: page(), scale };
    const metrics = [low, high].map((step): CurveRow => ({ step, ...measured }));
    const rows = [low, high].map((step) => ({ step, ...inside }));
    const points = [low, high].map((x) => ({ x, p: 0.5, low: 0.4, high: 0.6 }));
    const pictures = [
      grokkingCurve({ metrics, memorisedAt: null, generalisedAt: null }, options),
      stageTimeline(rows, options),
      phaseDiagram(points, [], options),
    ];
    for (const svg of pictures) {
      expect(find(svg).svg.outerHTML).not.toMatch(/NaN|Infinity/);
    }
  }
});
