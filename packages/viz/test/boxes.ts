import { expect } from "vitest";
import { boldness, textWidth } from "../src/text/width.ts";

/** Where the words of a picture are if letters are as wide as the package takes them to be. */
export const boxesOf = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("text:not([data-mark])")].map((element) => {
    const number = (name: string) => Number(element.getAttribute(name));
    const [text, size] = [element.textContent!, number("font-size")];
    const width = textWidth(text, size) * (element.hasAttribute("font-weight") ? boldness : 1);
    const before = { start: 0, middle: width / 2, end: width };
    const left = number("x") - before[(element.getAttribute("text-anchor") ?? "start") as "start"];
    const middle = number("y") - 0.35 * size;
    const [top, bottom] = [middle - size / 2, middle + size / 2];
    return { element, text, left, right: left + width, top, bottom };
  });

/** No words leave a picture of this width or lie on others. */
export function expectRoomForWords(svg: SVGSVGElement, width: number): void {
  const boxes = boxesOf(svg);
  for (const [i, one] of boxes.entries()) {
    expect(one.left, one.text).toBeGreaterThanOrEqual(0);
    expect(one.right, one.text).toBeLessThanOrEqual(width);
    for (const other of boxes.slice(i + 1)) {
      const apart =
        one.right <= other.left ||
        other.right <= one.left ||
        one.bottom <= other.top ||
        other.bottom <= one.top;
      if (!apart) expect.fail(`${one.text} lies on ${other.text}`);
    }
  }
}
