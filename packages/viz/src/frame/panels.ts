import { type Box, grid, heightOf, widthOf } from "./box.ts";

/** How many columns panels of at least `least` px make in a width, so that rows are as even as possible. */
export function panelColumns(count: number, width: number, least: number, gap: number): number {
  const fits = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  return Math.ceil(count / Math.ceil(count / fits));
}

/** The layout of square panels with a title above each. */
export interface Panels {
  readonly columns: number;
  readonly size: number;
  readonly height: number;
}

/** How large square panels are in a width, and how high all of them. */
export function squarePanels(
  count: number,
  width: number,
  { least, most, gap, above }: { least: number; most: number; gap: number; above: number },
): Panels {
  const columns = panelColumns(count, width, least, gap);
  const size = Math.min(most, (width - (columns - 1) * gap) / columns);
  const rows = Math.ceil(count / columns);
  return { columns, size, height: rows * (size + above) + (rows - 1) * gap };
}

/** The boxes of the panels, which shrink where the body is lower than `height`. */
export function placePanels(
  body: Box,
  count: number,
  { columns, size, height }: Panels,
  { gap, above }: { gap: number; above: number },
): Box[] {
  const rows = Math.ceil(count / columns);
  const fitted = Math.min(size, size + (heightOf(body) - height) / rows);
  const wide = Math.min(widthOf(body), columns * fitted + (columns - 1) * gap);
  const high = rows * (fitted + above) + (rows - 1) * gap;
  const outer = { ...body, right: body.left + wide, bottom: body.top + high };
  return grid(outer, count, columns, { x: gap, y: gap }).map((box) => ({
    ...box,
    top: box.top + above,
  }));
}
