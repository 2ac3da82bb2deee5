import { phaseDiagram } from "@grokscape/viz";
import { afterEach, expect, test } from "vitest";
import { renderedBoxes } from "../rendered-boxes.ts";

afterEach(() => document.body.replaceChildren());

const points = [23, 43, 71, 113, 211].map((x) => {
  const p = (1.7 * Math.log(x)) / x;
  return { x, p, low: p * 0.85, high: p * 1.15 };
});
const law = (name: string, factor: number) => ({
  name,
  curve: points.map(({ x, p }) => ({ x, p: p * factor })),
});
const laws = [law("the law", 1), law("nearly the law", 1.02), law("twice the law", 2)];

test.each([360, 640, 1600])("at %d px no words leave the picture or lie on others", (width) => {
  for (const language of ["en", "zh-cn"] as const) {
    const svg = phaseDiagram(points, laws, { width, language });
    document.body.replaceChildren(svg);
    svg.style.maxWidth = "none";
    const frame = svg.getBoundingClientRect();
    const boxes = renderedBoxes(svg);
    for (const [i, { text, box }] of boxes.entries()) {
      expect(box.left, text).toBeGreaterThanOrEqual(frame.left);
      expect(box.right, text).toBeLessThanOrEqual(frame.right);
      for (const other of boxes.slice(i + 1)) {
        const apart =
          box.right <= other.box.left ||
          other.box.right <= box.left ||
          box.bottom - 2 <= other.box.top ||
          other.box.bottom - 2 <= box.top;
        expect(apart, `${text} | ${other.text}`).toBe(true);
      }
    }
  }
});
