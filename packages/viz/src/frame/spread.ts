/**
 * Places for labels of lines: as near as can be to where they belong, in the same order, none upon
 * another, within [low, high].
 *
 * @param wanted where the middle of each label should be
 * @param heights of each label, or of all
 */
export function spread(
  wanted: readonly number[],
  heights: readonly number[] | number,
  [low, high]: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): number[] {
  const height = (i: number) => (typeof heights === "number" ? heights : heights[i]!);
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  // labels that touch form a block, placed so that the sum of squared moves of its labels is least
  const blocks: {
    readonly labels: readonly number[];
    readonly top: number;
    readonly tall: number;
  }[] = [];
  const placed = (labels: readonly number[]) => {
    let [tall, sum] = [0, 0];
    for (const label of labels) {
      sum += wanted[label]! - (tall + height(label) / 2);
      tall += height(label);
    }
    const top = Math.max(low, Math.min(high - tall, sum / labels.length));
    return { labels, top, tall };
  };
  for (const label of order) {
    let block = placed([label]);
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (above.top + above.tall <= block.top) break;
      blocks.pop();
      block = placed([...above.labels, ...block.labels]);
    }
    blocks.push(block);
  }
  const places = new Array<number>(wanted.length);
  for (const { labels, top } of blocks) {
    let at = top;
    for (const label of labels) {
      places[label] = at + height(label) / 2;
      at += height(label);
    }
  }
  return places;
}
