/** A moment to be named above a picture. */
export interface Flag {
  /** Where it is, in px. */
  readonly x: number;
  /** How wide its words are, in px. */
  readonly width: number;
}

export interface PlacedFlag {
  /** 0 is the row next to the picture, 1 the one above it. */
  readonly row: number;
  /** Whether the words begin at the moment or end there. */
  readonly anchor: "start" | "end";
}

/**
 * Puts the words of up to two moments, in order, where they fit between `left` and `right` and
 * neither lie upon each other nor upon the other's line.
 */
export function placeFlags(
  flags: readonly Flag[],
  left: number,
  right: number,
  gap: number,
): PlacedFlag[] {
  const anchors = flags.map(({ x, width }) =>
    x + gap + width <= right || x - gap - width < left ? ("start" as const) : ("end" as const),
  );
  const [first, second] = flags;
  if (!first || !second) return anchors.map((anchor) => ({ anchor, row: 0 }));
  const near = second.x - first.x;
  if (anchors[1] === "end" && near < second.width + gap && first.x - gap - first.width >= left) {
    anchors[0] = "end";
  }
  const between =
    (anchors[0] === "start" ? first.width + gap : 0) +
    (anchors[1] === "end" ? second.width + gap : 0);
  const rows =
    between === 0 || near >= between + gap ? [0, 0] : anchors[0] === "end" ? [0, 1] : [1, 0];
  return anchors.map((anchor, i) => ({ anchor, row: rows[i]! }));
}
