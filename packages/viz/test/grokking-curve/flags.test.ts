import { expect, test } from "vitest";
import { placeFlags } from "../../src/grokking-curve/flags.ts";

const [left, right, gap] = [30, 330, 6];
const place = (...flags: [number, number][]) =>
  placeFlags(
    flags.map(([x, width]) => ({ x, width })),
    left,
    right,
    gap,
  );
const start = (row: number) => ({ anchor: "start", row });
const end = (row: number) => ({ anchor: "end", row });

test.each([
  ["none", [], []],
  ["one", [[40, 100]], [start(0)]],
  ["one near the right edge", [[300, 100]], [end(0)]],
  [
    "two far apart",
    [
      [40, 100],
      [180, 100],
    ],
    [start(0), start(0)],
  ],
  [
    "two near",
    [
      [40, 100],
      [90, 100],
    ],
    [start(1), start(0)],
  ],
  [
    "two near the right edge",
    [
      [260, 100],
      [300, 100],
    ],
    [end(0), end(1)],
  ],
  [
    "one at each edge",
    [
      [40, 100],
      [320, 100],
    ],
    [start(0), end(0)],
  ],
  [
    "at the same step",
    [
      [100, 100],
      [100, 100],
    ],
    [start(1), start(0)],
  ],
] as const)("%s", (_, flags, places) => {
  expect(place(...(flags as unknown as [number, number][]))).toEqual(places);
});

test("words never overlap, wherever the moments are", () => {
  const width = 110;
  for (let one = left; one <= right; one += 3) {
    for (let two = one; two <= right; two += 3) {
      const [a, b] = place([one, width], [two, width]);
      if (a!.row !== b!.row) continue;
      const from = (x: number, anchor: string) => (anchor === "start" ? x + gap : x - gap - width);
      expect(Math.abs(from(two, b!.anchor) - from(one, a!.anchor))).toBeGreaterThanOrEqual(width);
    }
  }
});
