import {
  characterTable as charactersOf,
  cyclic,
  dihedral,
  frobenius,
  symmetric,
} from "@grokscape/group-datasets";
import {
  cayleyNumbers,
  cayleyTable,
  characterNumbers,
  characterTable,
  type GroupTable,
  hueColour,
} from "@grokscape/viz";
import { describe, expect, test } from "vitest";
import { cellsOf, find, page } from "../found.ts";

describe("Cayley table", () => {
  const draw = (group: GroupTable) =>
    find(cayleyTable(group, { document: page(), theme: "light" }));

  test("every product has the hue of its place, once in each row", () => {
    const drawn = draw(dihedral(4));
    for (let element = 0; element < 8; element++) {
      const cells = drawn
        .marks("cells")
        .filter(
          (cell) => cell.getAttribute("fill") === hueColour({ place: element, of: 8 }, "light"),
        );
      expect(cells).toHaveLength(1);
      const rows = [...cells[0]!.getAttribute("d")!.matchAll(/M[\d.]+,([\d.]+)/g)].map(
        ([, y]) => y,
      );
      expect(new Set(rows).size).toBe(8);
    }
  });

  test("cells, rows and columns are named where there is room", () => {
    const names = draw(symmetric(3)).texts.filter(({ text }) => text === "(1 2)");
    expect(names).toHaveLength(2 + 6);
  });

  test("the caption tells whether the group is abelian", () => {
    expect(draw(cyclic(5)).desc).toContain("its own mirror image");
    expect(draw(symmetric(3)).desc).toContain("a·b differs from b·a in 9 of 15 pairs");
  });

  test("covered products are not shown, and are counted", () => {
    const options = { document: page(), covered: [0, 4] };
    const drawn = find(cayleyTable(cyclic(3), options));
    expect(drawn.texts.filter(({ text }) => text === "2")).toHaveLength(2 + 2);
    expect(drawn.desc).toContain("2 of 9 products are covered.");
    expect(cellsOf(cayleyNumbers(cyclic(3), options))[1]).toEqual(["1", "1", "?", "0"]);
    expect(() => cayleyTable(cyclic(3), { ...options, covered: [9] })).toThrow(
      "covered products are 0 to 8; got 9",
    );
  });

  test("a thousand elements, one, and none", () => {
    const large = draw(cyclic(1000));
    expect(large.desc).toContain("167 of 1,000 elements are drawn");
    expect(draw(cyclic(1)).marks("cells")).toHaveLength(1);
    const nothing = { order: 0, name: "nothing", table: [], label: String };
    expect(draw(nothing).desc).toBe("a group without elements");
  });

  test("refuses what is no table", () => {
    const wrong = { order: 2, name: "?", label: String };
    expect(() => draw({ ...wrong, table: [0, 1] })).toThrow(
      "a table of order 2 has 4 entries; got 2",
    );
    expect(() => draw({ ...wrong, table: [0, 1, 1, 2] })).toThrow(
      "entries are elements 0 to 1; got 2 at place 3",
    );
  });

  test("the table is the group's", () => {
    expect(cellsOf(cayleyNumbers(cyclic(3), { document: page() }))).toEqual([
      ["0", "0", "1", "2"],
      ["1", "1", "2", "0"],
      ["2", "2", "0", "1"],
    ]);
  });
});

describe("character table", () => {
  const draw = (group: Parameters<typeof charactersOf>[0]) =>
    find(characterTable(charactersOf(group), { document: page(), name: group.name }));

  test("values stand in their cells, those that are not real on two lines", () => {
    const drawn = draw(frobenius(7, 3));
    const said = drawn.texts.map(({ text }) => text);
    // the degrees of two irreps, and the name of a class
    expect(said.filter((text) => text === "3")).toHaveLength(3);
    expect(said).toContain("+1.32i");
    expect(drawn.desc).toContain("4 irreps have values that are not real.");
    expect(draw(symmetric(3)).desc).toContain("All values are real.");
  });

  test("signs have a colour each, as strong as the value is of its degree", () => {
    const drawn = draw(symmetric(3));
    const fills = new Set(drawn.marks("cells").map((cell) => cell.getAttribute("class")));
    expect(fills).toEqual(new Set(["fill-plus", "fill-minus"]));
  });

  test("the table has every value", () => {
    const rows = cellsOf(characterNumbers(charactersOf(symmetric(3)), { document: page() }));
    expect(rows.map((row) => row.slice(1).sort())).toEqual(
      [
        ["1", "1", "1"],
        ["1", "1", "−1"],
        ["0", "2", "−1"],
      ].map((row) => row.sort()),
    );
  });

  test("large tables are thinned, none is said, and wrong ones refused", () => {
    expect(draw(cyclic(251)).desc).toContain("126 of 251 rows and columns are drawn.");
    const none = { degrees: [], classSizes: [], re: [], im: [] };
    expect(find(characterTable(none, { document: page() })).desc).toBe(
      "a table without characters",
    );
    expect(() => characterTable({ ...none, re: [1] }, { document: page() })).toThrow(
      "0 irreps need 0 classes and 0 values; got 0, 1 and 0",
    );
  });
});
