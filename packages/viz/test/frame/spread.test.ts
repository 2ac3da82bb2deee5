import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "../../src/frame/spread.ts";

test("labels with room stay where they are", () => {
  expect(spread([10, 50, 30], 12)).toEqual([10, 50, 30]);
});

test("two that meet move apart alike, in their order", () => {
  expect(spread([20, 22], 12)).toEqual([15, 27]);
  expect(spread([22, 20], 12)).toEqual([27, 15]);
});

test("all stay between the borders", () => {
  expect(spread([0, 0], 10, [0, 100])).toEqual([5, 15]);
  expect(spread([100, 99], 10, [0, 100])).toEqual([95, 85]);
});

test("whatever is wanted, none lies upon another or outside", () => {
  const label = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(fc.array(label, { maxLength: 10 }), (labels) => {
      const heights = labels.map(([, height]) => height);
      const places = spread(
        labels.map(([wanted]) => wanted),
        heights,
        [0, 300],
      );
      const spans = places
        .map((place, i) => [place - heights[i]! / 2, place + heights[i]! / 2] as const)
        .sort(([a], [b]) => a - b);
      spans.forEach(([top, bottom], i) => {
        expect(top).toBeGreaterThanOrEqual(-1e-6);
        expect(bottom).toBeLessThanOrEqual(300 + 1e-6);
        if (i > 0) expect(top).toBeGreaterThanOrEqual(spans[i - 1]![1] - 1e-6);
      });
    }),
  );
});
