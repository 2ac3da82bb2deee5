import { type EnergySlice, energySlice, energySliceTable } from "@grokscape/viz";
import { describe, expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const points = 360;
const slice = (share: number, turned = false): EnergySlice => ({
  share,
  energy: Array.from({ length: points }, (_, i) => 1 + share * Math.cos((i * Math.PI) / 90)),
  peaks: [
    { at: 0, state: turned ? "memorising" : "generalising" },
    { at: 180, state: "generalising" },
  ],
});
const draw = (slices: readonly EnergySlice[], options = {}) =>
  find(energySlice(slices, { document: page(), ...options }));

describe("two slices", () => {
  const drawn = draw([slice(0.2, true), slice(1)], { marks: [{ angle: 90, name: "a valley" }] });

  test("stand in rows, most examples first", () => {
    expect(textAt(drawn, "100\u202f%").y).toBeLessThan(textAt(drawn, "20\u202f%").y);
  });

  test("peaks lie on their lines, in the shape of what they are", () => {
    const [left, half] = ["0°", "180°"].map((tick) => textAt(drawn, tick).x);
    const peaks = drawn.marks("generalising peak");
    expect(peaks).toHaveLength(3);
    const [line] = drawn.pieces("energy line");
    expect(Number(peaks[0]!.getAttribute("cx"))).toBeCloseTo(left!, 1);
    expect(Number(peaks[1]!.getAttribute("cx"))).toBeCloseTo(half!, 1);
    expect(Number(peaks[0]!.getAttribute("cy"))).toBeCloseTo(Math.min(...line!.map((p) => p.y)), 1);
    expect(drawn.marks("memorising peak")[0]!.localName).toBe("path");
  });

  test("the line goes all around", () => {
    const [line] = drawn.pieces("energy line");
    expect(line!.at(-1)!.x).toBeCloseTo(textAt(drawn, "360°").x, 1);
    expect(line!.at(-1)!.y).toBeCloseTo(line![0]!.y, 1);
  });

  test("the caption says where memorising wins", () => {
    const high = draw([slice(1), { ...slice(0.2, true), peaks: [{ at: 0, state: "memorising" }] }]);
    expect(high.desc).toContain("With 100\u202f% of the examples that peak generalises.");
    expect(high.desc).toContain("With 20\u202f% it memorises.");
    expect(draw([slice(1)]).desc).not.toContain("memorises");
  });

  test("the table has every peak", () => {
    const rows = cellsOf(energySliceTable([slice(1)], { document: page() }));
    expect(rows).toEqual([
      ["100\u202f%", "0°", "2.00", "generalising"],
      ["100\u202f%", "180°", "2.00", "generalising"],
    ]);
  });
});

test("half a circle may be all, and a node stands on the line", () => {
  const drawn = draw([slice(1)], { end: 180, node: 90 });
  const middle = textAt(drawn, "90°");
  const [line] = drawn.pieces("energy line");
  const [node] = drawn.marks("node");
  const at = (name: string) => Number(node!.getAttribute(name));
  expect(line!.at(-1)!.x).toBeCloseTo(textAt(drawn, "180°").x, 1);
  expect(line![90]!.x).toBeCloseTo(textAt(drawn, "45°").x, 1);
  expect(at("cx")).toBeCloseTo(line![90]!.x, 1);
  expect(at("cy") + at("r")).toBeCloseTo(line![90]!.y, 1);
  expect(middle.x).toBeGreaterThan(at("cx"));
});

test("nothing, one point, NaN, too many", () => {
  expect(draw([]).desc).toBe("no energy to show");
  expect(draw([{ share: 1, energy: [1], peaks: [] }]).marks("energy line")).toHaveLength(1);
  const holed = {
    ...slice(1),
    energy: Array.from(slice(1).energy, (e, i) => (i < 9 ? Number.NaN : e)),
    peaks: [],
  };
  expect(draw([holed]).svg.outerHTML).not.toContain("NaN");
  expect(() => draw(Array.from({ length: 13 }, () => slice(1)))).toThrow(
    "at most 12 shares; got 13",
  );
  const long = Array.from({ length: 1_000_000 }, (_, i) => i % 7);
  expect(draw([{ share: 1, energy: long, peaks: [] }]).svg.outerHTML.length).toBeLessThan(200_000);
});
