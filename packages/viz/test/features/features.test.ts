import {
  featureTables,
  featureTablesNumbers,
  featureWaves,
  featureWavesTable,
  hueColour,
  type NodeWave,
  type NodeWeights,
  palette,
} from "@grokscape/viz";
import { describe, expect, test } from "vitest";
import { cellsOf, find, page } from "../found.ts";

const order = 12;
const wave = (phase: number) =>
  Array.from({ length: order }, (_, g) => Math.cos((2 * Math.PI * g) / order + phase));
const spike = (at: number) => Array.from({ length: order }, (_, g) => (g === at ? 1 : 0));
const nodes: NodeWeights[] = [
  { name: "wave", a: wave(0), b: wave(1), hue: { place: 1, of: 6 } },
  { name: "spike", a: spike(3), b: spike(7) },
];

describe("waves", () => {
  const draw = (of: readonly NodeWave[]) =>
    find(featureWaves(of, { document: page(), theme: "light" }));

  test("each operand is a line through all elements, the second dashed", () => {
    const drawn = draw(nodes);
    const first = drawn.marks("first");
    expect(first).toHaveLength(2);
    expect(first[0]!.getAttribute("stroke")).toBe(hueColour({ place: 1, of: 6 }, "light"));
    expect(drawn.marks("second")[0]!.getAttribute("stroke-dasharray")).not.toBeNull();
    const [line] = drawn.pieces("first");
    expect(line).toHaveLength(order);
    const middle = (line![0]!.y + line![6]!.y) / 2;
    for (const [g, { y }] of line!.entries()) {
      expect((middle - y) / (middle - line![0]!.y)).toBeCloseTo(nodes[0]!.a[g]!, 1);
    }
  });

  test("a node without a second operand is one line, in the colour of what it has become", () => {
    const bare = (["generalising", "memorising", "mixed"] as const).map((state) => ({
      name: state,
      a: wave(0),
      state,
    }));
    const drawn = draw(bare);
    expect(drawn.marks("second")).toHaveLength(0);
    expect(drawn.marks("first").map((line) => line.getAttribute("stroke"))).toEqual(
      (["test", "train", "muted"] as const).map((name) => palette.light[name]),
    );
    expect(drawn.texts.some(({ text }) => text.includes("b(g)"))).toBe(false);
    expect(drawn.desc).not.toContain("both operands");
    expect(cellsOf(featureWavesTable(bare, { document: page() }))[0]).toHaveLength(4);
    expect(() => featureTables(bare as never, { document: page() })).toThrow("b");
  });

  test("as dots around the cosine that fits, in the order in which it goes round once", () => {
    const [k, last] = [5, order - 1];
    const values = Array.from({ length: order }, (_, g) => Math.cos((2 * Math.PI * k * g) / order));
    const fitted: NodeWave[] = [{ name: "k = 5", a: values, fit: { frequency: k, a: [1, 0] } }];
    const of = (wound: boolean) =>
      find(featureWaves(fitted, { document: page(), dots: true, wound }));
    const dots = (wound: boolean) => of(wound).pieces("first").flat();
    expect(dots(false)).toHaveLength(order);
    expect(of(false).marks("fit")).toHaveLength(1);
    const [left, right] = [dots(false)[0]!.x, dots(false)[last]!.x];
    for (const [g, { x, y }] of dots(true).entries()) {
      expect(x).toBeCloseTo(left + ((right - left) * ((k * g) % order)) / last, 1);
      expect(y).toBeCloseTo(dots(false)[g]!.y, 1);
    }
  });

  test("bad input", () => {
    expect(draw([]).desc).toBe("no nodes to show");
    expect(draw([{ name: "zero", a: [0], b: [0] }]).svg.outerHTML).not.toContain("NaN");
    expect(() => draw([nodes[0]!, { name: "short", a: [1], b: [1] }])).toThrow(
      'needs 12 weights for each operand; "short" has 1 and 1',
    );
    expect(() => draw(Array(25).fill(nodes[0]))).toThrow("at most 24 nodes; got 25");
    const long = Float64Array.from({ length: 1_000_000 }, (_, g) => Math.sin(g));
    expect(draw([{ name: "long", a: long, b: long }]).svg.outerHTML.length).toBeLessThan(200_000);
  });

  test("the table has every weight", () => {
    const rows = cellsOf(featureWavesTable(nodes, { document: page() }));
    expect(rows).toHaveLength(order);
    expect(rows[3]!.slice(3)).toEqual(["1.00", "0"]);
  });
});

describe("tables", () => {
  const draw = (of: readonly NodeWeights[]) =>
    find(featureTables(of, { document: page(), theme: "light" }));

  test("a spike is a cross, strongest at its pair", () => {
    const drawn = draw([nodes[1]!]);
    const strengths = drawn.marks("cells").map((cell) => cell.getAttribute("fill-opacity"));
    expect(strengths.sort()).toEqual(["0.5", "1"]);
    const full = drawn.marks("cells").find((cell) => cell.getAttribute("fill-opacity") === "1")!;
    const half = drawn.marks("cells").find((cell) => cell !== full)!;
    const [x, y, right] = full
      .getAttribute("d")!
      .match(/[\d.]+/g)!
      .map(Number);
    const side = right! - x!;
    // two pieces of the row and one for each other cell of the column
    expect(half.getAttribute("d")!.match(/M/g)).toHaveLength(2 + order - 1);
    const starts = [...half.getAttribute("d")!.matchAll(/M([\d.]+),([\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const box = {
      left: Math.min(...starts.map(([x]) => x)),
      top: Math.min(...starts.map(([, y]) => y)),
    };
    expect((x! - box.left) / side).toBeCloseTo(7, 1);
    expect((y! - box.top) / side).toBeCloseTo(3, 1);
  });

  test("bad input", () => {
    expect(draw([]).desc).toBe("no nodes to show");
    expect(draw([{ name: "none", a: [], b: [] }]).desc).toContain("Each panel");
    const long = Float64Array.from({ length: 1000 }, (_, g) => Math.sin(g));
    expect(draw([{ name: "long", a: long, b: long }]).desc).toContain(
      "of 1,000 elements are drawn",
    );
  });

  test("the table says where each node answers most", () => {
    const rows = cellsOf(featureTablesNumbers(nodes, { document: page() }));
    expect(rows[1]).toEqual(["spike", "0.167", "(3, 7): 2.00"]);
  });
});
