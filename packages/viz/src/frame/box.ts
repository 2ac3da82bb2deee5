/** A part of a picture, in px from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;

/** Equal boxes in rows of `columns`, with gaps between them, first row first. */
export function grid(
  box: Box,
  count: number,
  columns: number,
  gap: { readonly x: number; readonly y: number },
): Box[] {
  const rows = Math.ceil(count / columns);
  const width = (widthOf(box) - (columns - 1) * gap.x) / columns;
  const height = (heightOf(box) - (rows - 1) * gap.y) / rows;
  return Array.from({ length: count }, (_, i) => {
    const left = box.left + (i % columns) * (width + gap.x);
    const top = box.top + Math.floor(i / columns) * (height + gap.y);
    return { left, top, right: left + width, bottom: top + height };
  });
}

/** The largest box of a shape (width divided by height) in another, at its left and top. */
export function fit(box: Box, shape: number): Box {
  const width = Math.min(widthOf(box), heightOf(box) * shape);
  return { ...box, right: box.left + width, bottom: box.top + width / shape };
}
