import fc from "fast-check";
import { expect, test } from "vitest";
import { panelColumns, placePanels, squarePanels } from "../../src/frame/panels.ts";

test.each([
  [1, 700, 1],
  [4, 700, 4],
  [4, 400, 2],
  [5, 500, 3],
  [6, 500, 3],
  [7, 500, 3],
  [3, 100, 1],
])("%d panels of 150 px in %d px stand in %d columns", (count, width, columns) => {
  expect(panelColumns(count, width, 150, 16)).toBe(columns);
});

test("panels are square, inside their body, and apart", () => {
  const numbers = { least: 130, most: 300, gap: 16, above: 20 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 216, max: 1600 }),
      fc.double({ min: 0.5, max: 1.5, noNaN: true }),
      (count, width, share) => {
        const panels = squarePanels(count, width, numbers);
        const body = { left: 20, top: 50, right: 20 + width, bottom: 50 + panels.height * share };
        const boxes = placePanels(body, count, panels, numbers);
        expect(boxes).toHaveLength(count);
        boxes.forEach((box, i) => {
          expect(box.right - box.left).toBeCloseTo(box.bottom - box.top, 6);
          expect(box.right - box.left).toBeGreaterThan(0);
          expect(box.left).toBeGreaterThanOrEqual(body.left - 1e-6);
          expect(box.right).toBeLessThanOrEqual(body.right + 1e-6);
          expect(box.top - numbers.above).toBeGreaterThanOrEqual(body.top - 1e-6);
          for (const other of boxes.slice(0, i)) {
            expect(other.right <= box.left || other.bottom <= box.top - numbers.above + 1e-6).toBe(
              true,
            );
          }
        });
      },
    ),
  );
});
