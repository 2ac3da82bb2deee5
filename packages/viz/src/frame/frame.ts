/** Sizes of type and strokes, in px. */
export interface Sizes {
  readonly title: number;
  readonly text: number;
  readonly caption: number;
  /** Of the line that must not cover the other, and of the one that may lie under it. */
  readonly fine: number;
  readonly bold: number;
}

/** Where the parts of a picture lie, in px from its top left corner. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  readonly sizes: Sizes;
  /** The edges of the area that the data are drawn in. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The middle of the first line of each kind of words, and how far the next line is below. */
  readonly titleY: number;
  readonly titleHeight: number;
  readonly yNameY: number;
  readonly tickY: number;
  readonly xNameY: number;
  readonly captionY: number;
  readonly captionHeight: number;
}

export const sizesFor = (width: number): Sizes =>
  width < 480
    ? { title: 15, text: 12, caption: 13, fine: 1.5, bold: 3 }
    : width < 1000
      ? { title: 17, text: 13, caption: 14, fine: 1.75, bold: 3.5 }
      : { title: 21, text: 15, caption: 16, fine: 2, bold: 4 };

/** Taller than wide pictures are hard to scan; wider than twice its height, a curve is flat. */
export const heightFor = (width: number) => Math.round(Math.min(680, 270 + 0.3 * width));

const leastArea = 40;
/** The margin around everything. */
export const padFor = (width: number) => (width < 480 ? 12 : 20);

/**
 * How many px a caption line may take: the picture's width, and no more than is good to read.
 */
export const measureFor = (width: number) =>
  Math.min(width - 2 * padFor(width), sizesFor(width).caption * 42);

/**
 * The left and right edge of the area, given the widest tick label before and the widest words
 * behind it.
 *
 * @throws RangeError when the width is none to draw in
 */
export function edges(width: number, tickWidth: number, endWidth: number): [number, number] {
  if (!(width >= 240 && width <= 10_000)) {
    throw new RangeError(`width must be between 240 and 10000 px; got ${width}`);
  }
  const pad = padFor(width);
  return [Math.round(pad + tickWidth + 8), Math.round(width - pad - (endWidth && endWidth + 10))];
}

/**
 * Lays a picture out: title, name of the y axis, `header` px for what stands above the area, the
 * area, ticks and name of the x axis, caption lines.
 *
 * @throws RangeError when the height leaves no room for the data
 */
export function layOut(wanted: {
  width: number;
  height: number;
  edges: readonly [number, number];
  titleLines: number;
  header: number;
  captionLines: number;
}): Frame {
  const { width, height, header, titleLines, captionLines } = wanted;
  const [left, right] = wanted.edges;
  const sizes = sizesFor(width);
  const pad = padFor(width);
  const titleHeight = sizes.title * 1.3;
  const captionHeight = sizes.caption * 1.45;
  const yNameY = pad + titleLines * titleHeight + sizes.text;
  const top = Math.round(yNameY + sizes.text * 1.2 + header);
  const axis = sizes.text * 2.9;
  const caption = captionLines ? sizes.text * 0.8 + captionLines * captionHeight : 0;
  const bottom = Math.round(height - pad - caption - axis);
  if (!(bottom - top >= leastArea && height <= 10_000)) {
    const least = Math.ceil(height + leastArea - (bottom - top));
    throw new RangeError(
      Number.isFinite(least) && height < 10_000
        ? `height must be at least ${least} px at a width of ${width}; got ${height}`
        : `height must be at most 10000 px; got ${height}`,
    );
  }
  return {
    width,
    height,
    pad,
    sizes,
    left,
    right,
    top,
    bottom,
    titleY: pad + titleHeight / 2,
    titleHeight,
    yNameY,
    tickY: bottom + sizes.text * 1.1,
    xNameY: bottom + sizes.text * 2.35,
    captionY: bottom + axis + sizes.text * 0.8 + captionHeight / 2,
    captionHeight,
  };
}
