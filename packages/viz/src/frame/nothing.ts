import type { Box } from "./box.ts";
import type { Pen } from "./pen.ts";

/** Says, in the middle of an empty picture, that there is nothing to show. */
export function drawNothing(pen: Pen, box: Box, words: string): void {
  pen.text(
    { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, text: words },
    { size: pen.sizes.caption, anchor: "middle", halo: true },
  );
}
