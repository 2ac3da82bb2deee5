/** Sizes of type and strokes, in px. */
export interface Sizes {
  readonly title: number;
  readonly text: number;
  readonly caption: number;
  /** Of the line that must not cover the other, and of the one that may lie under it. */
  readonly fine: number;
  readonly bold: number;
}

export const sizesFor = (width: number): Sizes =>
  width < 480
    ? { title: 15, text: 12, caption: 13, fine: 1.5, bold: 3 }
    : width < 1000
      ? { title: 17, text: 13, caption: 14, fine: 1.75, bold: 3.5 }
      : { title: 21, text: 15, caption: 16, fine: 2, bold: 4 };

/** The margin around everything. */
export const padFor = (width: number): number => (width < 480 ? 12 : 20);

/** How many px a caption line may take: the picture's width, and no more than is good to read. */
export const measureFor = (width: number): number =>
  Math.min(width - 2 * padFor(width), sizesFor(width).caption * 42);

/** How high a body of curves is: wider than three times its height, a curve is flat. */
export const curveHeight = (width: number): number => Math.round(Math.min(520, 150 + 0.28 * width));
