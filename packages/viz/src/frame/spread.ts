/**
 * Places for labels of lines: as near as can be to where they belong, in the same order, and `apart`
 * px from each other, within [low, high].
 */
export function spread(
  wanted: readonly number[],
  apart: number,
  [low, high]: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  // blocks of labels that touch, each where its labels are least moved in all
  const blocks: { first: number; size: number; centre: number }[] = [];
  const hold = (centre: number, size: number) => {
    const half = ((size - 1) * apart) / 2;
    return Math.max(low + half, Math.min(high - half, centre));
  };
  order.forEach((i, first) => {
    let block = { first, size: 1, centre: hold(wanted[i]!, 1) };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (block.centre - above.centre >= ((above.size + block.size) * apart) / 2) break;
      blocks.pop();
      const size = above.size + block.size;
      const sum = order
        .slice(above.first, above.first + size)
        .reduce((sum, label) => sum + wanted[label]!, 0);
      block = { first: above.first, size, centre: hold(sum / size, size) };
    }
    blocks.push(block);
  });
  const places = new Array<number>(wanted.length);
  for (const { first, size, centre } of blocks) {
    for (let k = 0; k < size; k++) {
      places[order[first + k]!] = centre + (k - (size - 1) / 2) * apart;
    }
  }
  return places;
}
