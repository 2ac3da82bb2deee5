import { type EnergySurface, energyLandscape, energyLandscapeTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const size = 40;
/** One hill, its top at (x, y). */
const hill = (share: number, x: number, y: number, disc = false): EnergySurface => ({
  share,
  size,
  disc,
  energy: Array.from({ length: size * size }, (_, i) => {
    const [dx, dy] = [((i % size) + 0.5) / size - x, (Math.floor(i / size) + 0.5) / size - y];
    return Math.exp(-10 * (dx * dx + dy * dy));
  }),
  peaks: [{ x, y, state: "generalising", energy: 1 }],
});
const draw = (surfaces: readonly EnergySurface[]) =>
  find(energyLandscape(surfaces, { document: page() }));
const pointsOf = (path: Element) =>
  path
    .getAttribute("d")!
    .match(/[\d.]+,[\d.]+/g)!
    .map((pair) => pair.split(",").map(Number) as [number, number]);

test("each level lies within the one below, around the peak", () => {
  const drawn = draw([hill(1, 0.3, 0.6)]);
  const peak = drawn.marks("generalising peak")[0]!;
  const [px, py] = ["cx", "cy"].map((name) => Number(peak.getAttribute(name)));
  const levels = drawn.marks("level").map(pointsOf);
  expect(levels).toHaveLength(8);
  const reach = levels.map((points) =>
    Math.max(...points.map(([x, y]) => Math.hypot(x - px!, y - py!))),
  );
  expect([...reach].sort((a, b) => b - a)).toEqual(reach);
  const top = levels.at(-1)!;
  for (const axis of [0, 1] as const) {
    const middle = top.reduce((sum, point) => sum + point[axis], 0) / top.length;
    expect(middle).toBeCloseTo([px!, py!][axis]!, -1);
  }
});

test("a disc ends at its rim", () => {
  const drawn = draw([hill(1, 0.05, 0.5, true)]);
  const [[left, cy]] = pointsOf(drawn.marks("slice")[0]!) as [[number, number]];
  const radius = 210;
  for (const level of drawn.marks("level")) {
    for (const [x, y] of pointsOf(level)) {
      expect(Math.hypot(x - (left + radius), y - cy)).toBeLessThanOrEqual(radius + 0.2);
    }
  }
});

test("panels go from most examples to fewest, and the caption says when features are lost", () => {
  const lost = {
    ...hill(0.1, 0.5, 0.5),
    peaks: [{ x: 0.5, y: 0.5, state: "memorising", energy: 1 }],
  } as const;
  const drawn = draw([lost, hill(1, 0.5, 0.5)]);
  expect(textAt(drawn, "examples: 100\u202f%").x).toBeLessThan(
    textAt(drawn, "examples: 10\u202f%").x,
  );
  expect(drawn.desc).toContain("At 10\u202f% of the examples no peak that generalises is left");
  expect(draw([hill(1, 0.5, 0.5)]).desc).toContain("At every share shown");
});

test("nothing, a plain, NaN, too much", () => {
  expect(draw([]).desc).toBe("no energy to show");
  const plain = { ...hill(1, 0.5, 0.5), energy: new Float64Array(size * size) };
  expect(draw([plain]).marks("slice")).toHaveLength(1);
  const holed = {
    ...plain,
    energy: Array.from(hill(1, 0.5, 0.5).energy, (e, i) => (i < 80 ? Number.NaN : e)),
  };
  expect(draw([holed]).svg.outerHTML).not.toContain("NaN");
  expect(() => draw([{ ...plain, size: 1000 }])).toThrow(
    "surfaces[0].size must be a whole number from 2 to 512; got 1000",
  );
  expect(() => draw([{ ...plain, energy: [1, 2] }])).toThrow("energy needs 40 × 40 values; got 2");
});

test("a surface finer than can be seen is coarsened: noise freezes nothing", () => {
  const noise = Float64Array.from({ length: 512 * 512 }, (_, i) => Math.cos(i * i));
  const drawn = draw([{ share: 1, size: 512, energy: noise, peaks: [] }]);
  expect(drawn.svg.outerHTML.length).toBeLessThan(4_000_000);
});

test("the table names place, height and kind of each peak", () => {
  expect(cellsOf(energyLandscapeTable([hill(0.5, 0.25, 0.75)], { document: page() }))).toEqual([
    ["50\u202f%", "25, 75", "1.00", "generalising"],
  ]);
});
