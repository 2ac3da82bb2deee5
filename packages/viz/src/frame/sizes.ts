/** Sizes of type and strokes, in px. */
export interface Sizes {
  readonly title: number;
  readonly text: number;
  readonly caption: number;
  /** Widths of two lines that may coincide: the fine one is drawn over the bold one. */
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

/** Width of a caption's lines, in px: at most about 65 characters. */
export const measureFor = (width: number): number =>
  Math.min(width - 2 * padFor(width), sizesFor(width).caption * 42);

/** Height of the part with the curves, in px: curves much wider than high look flat. */
export const curveHeight = (width: number): number => Math.round(Math.min(520, 150 + 0.28 * width));
