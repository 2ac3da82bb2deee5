import {
  type PhaseDiagramOptions,
  type PhaseLaw,
  type PhasePoint,
  phaseDiagram,
  phaseTable,
} from "@grokscape/viz";
import { describe, expect, test } from "vitest";
import { expectRoomForWords } from "../boxes.ts";
import { cellsOf, find, page } from "../found.ts";

const points: PhasePoint[] = [23, 43, 71, 113, 211].map((x, i) => {
  const p = (1.7 * Math.log(x)) / x;
  return { x, p: p * (i % 2 ? 1.05 : 0.95), low: p * 0.85, high: p * 1.15 };
});
const curve = (factor: number) =>
  Array.from({ length: 100 }, (_, i) => ({
    x: 20 + 2 * i,
    p: (factor * Math.log(20 + 2 * i)) / (20 + 2 * i),
  }));
const laws: PhaseLaw[] = [
  { name: "c · log M / M", curve: curve(1.7) },
  {
    name: "a constant share",
    curve: [
      { x: 20, p: 0.15 },
      { x: 218, p: 0.15 },
    ],
  },
];

function draw(
  of: readonly PhasePoint[] = points,
  by: readonly PhaseLaw[] = laws,
  options: PhaseDiagramOptions = {},
) {
  const found = find(phaseDiagram(of, by, { document: page(), ...options }));
  const number = (dot: Element, name: string) => Number(dot.getAttribute(name));
  return {
    ...found,
    dots: found.marks("point").map((dot) => ({ x: number(dot, "cx"), y: number(dot, "cy") })),
    lines: found.marks("law"),
  };
}

describe("what is drawn", () => {
  const drawn = draw();
  const named = (wanted: string) => drawn.texts.find(({ text }) => text === wanted)!;

  test("points stand where their logarithms and shares are", () => {
    const [fifty, hundred] = [named("50"), named("100")];
    const [zero, ten] = [named("0"), named("10")];
    const perLog = (hundred.x - fifty.x) / Math.log(2);
    points.forEach(({ x, p }, i) => {
      expect(drawn.dots[i]!.x).toBeCloseTo(fifty.x + perLog * Math.log(x / 50), 0);
      expect(drawn.dots[i]!.y).toBeCloseTo(zero.y + ((ten.y - zero.y) * p) / 0.1, 0);
    });
  });

  test("laws are dashed, each in its own way, and named", () => {
    const dashes = drawn.lines.map((line) => line.getAttribute("stroke-dasharray"));
    expect(new Set(dashes).size).toBe(2);
    expect(dashes).not.toContain(null);
    const all = drawn.texts.map(({ text }) => text).join(" ");
    for (const { name } of laws) expect(all).toContain(name);
  });

  test("both sides are named, understanding above", () => {
    expect(named("understood").y).toBeLessThan(named("memorised only").y);
    expect(drawn.marks("understood")).toHaveLength(1);
    expect(drawn.marks("memorised")).toHaveLength(1);
  });

  test("the caption counts the intervals of the best law", () => {
    expect(drawn.desc).toContain("Bars are 95\u202f% confidence intervals.");
    expect(drawn.desc).toContain("c · log M / M passes through 5 of 5 intervals.");
  });
});

describe("bad input", () => {
  test("nothing, one point, only laws", () => {
    expect(draw([], []).desc).toBe("nothing measured yet");
    expect(draw([points[0]!], []).dots).toHaveLength(1);
    expect(draw([points[0]!], [], { scale: "linear" }).dots).toHaveLength(1);
    expect(draw([], laws).lines).toHaveLength(2);
  });

  test("what is no number is left out and counted", () => {
    const bad = { x: 50, p: Number.NaN, low: 0, high: 1 };
    const drawn = draw([...points, bad, { ...bad, x: -1, p: 0.5 }]);
    expect(drawn.dots).toHaveLength(5);
    expect(drawn.desc).toContain("2 of 7 points are left out");
  });

  test("a point without an interval has no bar", () => {
    const bare = points.map((point) => ({ ...point, low: Number.NaN, high: Number.NaN }));
    const drawn = draw(bare, []);
    expect(drawn.desc).not.toContain("interval");
    expect(drawn.svg.innerHTML).not.toContain("NaN");
  });

  test.each([
    [{ x: 50, p: 1.5, low: 1, high: 2 }, "p must be a share in [0, 1]; got 1.5 at x = 50"],
    [{ x: 50, p: 0.5, low: 0.6, high: 0.7 }, "the interval must hold its p"],
  ])("refuses %j", (point, message) => {
    expect(() => draw([point])).toThrow(message);
  });

  test("refuses a million points at once and a law out of order", () => {
    expect(() => draw(Array(1_000_000).fill(points[0]))).toThrow("at most 2000 points");
    const backwards = { name: "back", curve: curve(1).reverse() };
    expect(() => draw(points, [backwards])).toThrow('the curve of "back" must be in order of x');
  });

  test("a law of a million points is thinned", () => {
    const long = Array.from({ length: 1_000_000 }, (_, i) => ({ x: 20 + i / 5000, p: 0.2 }));
    expect(draw(points, [{ name: "long", curve: long }]).svg.outerHTML.length).toBeLessThan(80_000);
  });
});

test.each([240, 360, 640, 1600])("at %d px everything is inside, in both languages", (width) => {
  for (const language of ["en", "zh-cn"] as const) {
    const { svg, texts } = draw(points, laws, { width, language });
    if (width >= 360) expectRoomForWords(svg, width);
    for (const { y } of texts) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(Number(svg.getAttribute("height")) - 8);
    }
  }
});

test("the table holds each point, its interval and what laws say there", () => {
  const table = phaseTable(points, laws, { document: page() });
  const rows = cellsOf(table);
  expect(rows).toHaveLength(5);
  expect(rows[2]).toEqual([
    "71",
    "9.7\u202f%",
    "8.7\u202f% – 11.7\u202f%",
    "10.2\u202f%",
    "15.0\u202f%",
  ]);
  expect(table.querySelectorAll("th[scope=col]")).toHaveLength(5);
});

describe("what was tried", () => {
  const trials = [
    { x: 20, p: 0.1, runs: 3, generalised: 0 },
    { x: 20, p: 0.2, runs: 3, generalised: 2 },
    { x: 20, p: 0.3, runs: 3, generalised: 3, mark: "square" as const },
  ];
  const at = (mark: Element, name: string) => Number(mark.getAttribute(name));

  test("has a mark by how many runs understood, at its share, and is counted in the caption", () => {
    const drawn = draw([], [], { trials });
    const [none] = drawn.marks("trial none");
    const [some] = drawn.marks("trial some");
    const [all] = drawn.marks("trial all");
    expect(all!.localName).toBe("rect");
    const apart = at(none!, "cy") - at(some!, "cy");
    const middle = at(all!, "y") + at(all!, "height") / 2;
    expect(at(some!, "cy") - middle).toBeCloseTo(apart, 0);
    expect(drawn.desc).toContain("5 of 9 runs understood.");
  });

  test("may be counted in M ln M, where such a law lies level, or for each symbol", () => {
    const [line] = draw(points, laws, { unit: "criticalMultiple" }).lines;
    const heights = line!
      .getAttribute("d")!
      .match(/(?<=,)[\d.]+/g)!
      .map(Number);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.1);
    const rows = cellsOf(phaseTable(points, [], { unit: "perSymbol", document: page() }));
    expect(Number(rows[0]![1])).toBeCloseTo(points[0]!.p * 23, 2);
  });

  test("refuses what cannot be", () => {
    const more = [{ ...trials[0]!, generalised: 4 }];
    expect(() => draw([], [], { trials: more })).toThrow("no more than all 3 runs");
    expect(() => draw(points, [], { parameter: "K", unit: "perSymbol" })).toThrow(
      'over K examples are counted as a share; got "perSymbol"',
    );
  });
});
