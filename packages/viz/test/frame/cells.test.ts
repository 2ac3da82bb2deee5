import fc from "fast-check";
import { expect, test } from "vitest";
import { drawCells, everyFew, type Shade, signed } from "../../src/frame/cells.ts";
import { makePen } from "../../src/frame/pen.ts";
import { sizesFor } from "../../src/frame/sizes.ts";
import { page } from "../found.ts";

const box = { left: 10, top: 20, right: 130, bottom: 80 };

function drawn(
  rows: number,
  columns: number,
  shade: (row: number, column: number) => Shade | null,
) {
  const document = page();
  const svg = document.createElement("svg");
  drawCells(makePen(document, "auto", sizesFor(640), svg), box, rows, columns, shade);
  return [...svg.children].map((path) => ({
    fill: path.getAttribute("class"),
    opacity: path.getAttribute("fill-opacity"),
    rects: [
      ...path.getAttribute("d")!.matchAll(/M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+Z/g),
    ].map(
      ([, x, y, right, bottom]) =>
        [x, y, right, bottom].map(Number) as [number, number, number, number],
    ),
  }));
}

test("whatever the shades, each cell is covered once by its own, and empty ones by none", () => {
  const cell = fc.constantFrom(null, "plus", "minus");
  const table = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
    .chain(([rows, columns]) =>
      fc
        .array(cell, { minLength: rows * columns, maxLength: rows * columns })
        .map((cells) => ({ rows, columns, cells })),
    );
  fc.assert(
    fc.property(table, ({ rows, columns, cells }) => {
      const paths = drawn(rows, columns, (row, column) => {
        const fill = cells[row * columns + column];
        return fill ? { fill: fill as "plus", strength: 1 } : null;
      });
      const [width, height] = [120 / columns, 60 / rows];
      cells.forEach((fill, i) => {
        const x = box.left + ((i % columns) + 0.5) * width;
        const y = box.top + (Math.floor(i / columns) + 0.5) * height;
        const over = paths.filter(({ rects }) =>
          rects.some(
            ([left, top, right, bottom]) => left < x && x < right && top < y && y < bottom,
          ),
        );
        expect(over.map(({ fill }) => fill)).toEqual(fill ? [`fill-${fill}`] : []);
      });
    }),
  );
});

test("neighbours of one shade are one rectangle, and one shade is one path", () => {
  const paths = drawn(2, 3, () => ({ fill: "ink", strength: 0.5 }));
  expect(paths).toHaveLength(1);
  expect(paths[0]!.rects).toEqual([
    [10, 20, 130, 50],
    [10, 50, 130, 80],
  ]);
});

test("strengths are sixteen levels, and none below half of one", () => {
  const paths = drawn(1, 1000, (_, i) => ({ fill: "ink", strength: i / 999 }));
  expect(paths).toHaveLength(16);
  expect(drawn(1, 1, () => ({ fill: "ink", strength: 0.03 }))).toEqual([]);
  expect(drawn(1, 1, () => ({ fill: "ink", strength: 7 }))[0]!.opacity).toBe("1");
});

test("signs have a colour each, and what is no number none", () => {
  expect(signed(2, 4)).toEqual({ fill: "plus", strength: 0.5 });
  expect(signed(-4, 4)).toEqual({ fill: "minus", strength: 1 });
  expect(signed(Number.NaN, 4)).toBeNull();
  expect(signed(1, 0)).toBeNull();
});

test.each([
  [0, 5, []],
  [5, 5, [0, 1, 2, 3, 4]],
  [6, 5, [0, 2, 4]],
  [11, 5, [0, 3, 6, 9]],
])("every few of %d, at most %d", (count, most, places) => {
  expect(everyFew(count, most)).toEqual(places);
});
