import {
  hueColour,
  type NetworkRecord,
  networkDiagram,
  networkTable,
  palette,
} from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page } from "../found.ts";

const symbols = 5;
const all = Array.from({ length: symbols }, (_, g) => g);
const turn = (g: number, k: number) => (2 * Math.PI * k * g) / symbols;

/** A node that takes a wave of frequency 2 from a, and looks at one symbol of b. */
const layer = (name: string, of: (g: number) => number) => ({
  name,
  weights: [all.map(of)],
  places: { re: all.map((g) => Math.cos(turn(g, 2))), im: all.map((g) => Math.sin(turn(g, 2))) },
});
const clock: NetworkRecord = {
  symbols,
  frequency: 2,
  nodes: [{ name: "7", hue: { place: 2, of: 3 } }],
  inputs: [layer("a", (g) => Math.cos(turn(g, 2))), layer("b", (g) => (g === 3 ? -1 : 0))],
  answers: layer("a + b", (g) => Math.sin(turn(g, 2))),
};
const { frequency: _, ...columns } = clock;

const draw = (record: NetworkRecord) =>
  find(networkDiagram(record, { document: page(), theme: "light", width: 640 }));

test("every weight that counts is a line from its symbol to its node, by its sign and strength", () => {
  const drawn = draw({ ...columns, inputs: clock.inputs.slice(1), answers: undefined });
  const [line] = drawn.marks("weights");
  expect(drawn.marks("weights")).toHaveLength(1);
  expect(line!.getAttribute("stroke")).toBe(palette.light.minus);
  const [[from, to]] = drawn.pieces("weights") as [[{ x: number; y: number }, { x: number }]];
  const symbol = drawn.marks("symbol")[3]!;
  expect(from.x).toBeCloseTo(Number(symbol.getAttribute("cx")), 1);
  expect(from.y).toBeCloseTo(Number(symbol.getAttribute("cy")), 1);
  const node = drawn.marks("node")[0]!;
  expect(Math.abs(to.x - Number(node.getAttribute("cx")))).toBeLessThan(10);
  expect(node.getAttribute("fill")).toBe(hueColour({ place: 2, of: 3 }, "light"));
  // of the wave all five count, the strongest boldest
  const widths = draw({ ...clock, inputs: clock.inputs.slice(0, 1), answers: undefined })
    .marks("weights")
    .map((path) => [path.getAttribute("stroke"), Number(path.getAttribute("stroke-width"))]);
  const boldest = Math.max(...widths.map(([, width]) => width as number));
  expect(widths.find(([, width]) => width === boldest)![0]).toBe(palette.light.plus);
});

test("a clock's symbols stand where their weights put them, on a circle that the thread goes around", () => {
  const drawn = draw(clock);
  expect(drawn.marks("circle")).toHaveLength(3);
  expect(drawn.marks("thread")).toHaveLength(3);
  const circle = drawn.marks("circle")[0]!;
  const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(circle.getAttribute(name)));
  for (const [g, symbol] of drawn.marks("symbol").slice(0, symbols).entries()) {
    expect(Number(symbol.getAttribute("cx"))).toBeCloseTo(x! + r! * Math.cos(turn(g, 2)), 1);
    expect(Number(symbol.getAttribute("cy"))).toBeCloseTo(y! - r! * Math.sin(turn(g, 2)), 1);
    // hues go around with the circle
    expect(symbol.getAttribute("fill")).toBe(hueColour({ place: (2 * g) % 5, of: 5 }, "light"));
  }
  expect(drawn.desc).toContain("goes around it 2 times");
  expect(drawn.desc).toContain("Now they are 100\u202f% of the way out, and 0° off.");
  // a line is faint within the circle, and goes on from its edge
  const [[from, edge] = []] = drawn.pieces("weights within");
  expect(Math.hypot(edge!.x - x!, edge!.y - y!)).toBeCloseTo(r!, 1);
  expect(Math.hypot(from!.x - x!, from!.y - y!)).toBeLessThanOrEqual(r! + 0.1);
  const swapped = clock.inputs.map((input) => ({
    ...input,
    places: { re: input.places!.im, im: input.places!.re },
  }));
  expect(draw({ ...clock, inputs: swapped, answers: undefined }).desc).toContain("and 90° off");
});

test("other groups have columns, in the order of their elements", () => {
  const drawn = draw(columns);
  expect(drawn.marks("circle")).toHaveLength(0);
  const heights = drawn.marks("symbol").map((symbol) => Number(symbol.getAttribute("cy")));
  expect(heights.slice(0, symbols)).toEqual(heights.slice(0, symbols).toSorted((a, b) => a - b));
  expect(new Set(drawn.marks("symbol").map((symbol) => symbol.getAttribute("cx"))).size).toBe(2);
  expect(drawn.desc).not.toContain("circle");
});

test("the table has the angles of symbols, or the symbols that nodes answer to", () => {
  const cells = (record: NetworkRecord) => cellsOf(networkTable(record, { document: page() }));
  expect(cells(clock)[1]!.slice(-4)).toEqual(["144°", "144°", "144°", "144°"]);
  expect(cells(columns)).toEqual([["7", "0: 1.00", "0: 0", "3: 0.951"]]);
});

test("refuses what does not match", () => {
  expect(draw({ symbols, nodes: [], inputs: [] }).desc).toBe("no nodes to show");
  const refused = (change: Partial<NetworkRecord>) => () => draw({ ...clock, ...change });
  expect(refused({ symbols: 6 })).toThrow('"a" needs 6 weights of each of 1 nodes; got 5');
  expect(refused({ nodes: [] })).toThrow('"a" needs 5 weights of each of 0 nodes; got 5');
  expect(refused({ nodes: Array(25).fill({ name: "" }) })).toThrow("at most 24 nodes; got 25");
  expect(refused({ answers: { name: "c", weights: [all] } })).toThrow(
    '"c" needs a place for 5 symbols; got none',
  );
});
