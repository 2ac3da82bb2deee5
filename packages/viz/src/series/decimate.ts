/** A line to draw: `y` is NaN where it is interrupted. */
export interface Series {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Thins a line to what `columns` columns of pixels can show: of each column its first, last,
 * lowest and highest point, which draws the same pixels (Jugel et al., M4, VLDB 2014). Lines of
 * no more than four points a column pass unchanged, and so do gaps of a column or more.
 *
 * @param column where an x lies, in [0, columns]; x ascends
 */
export function decimate({ x, y }: Series, columns: number, column: (x: number) => number): Series {
  if (x.length <= 4 * columns) return { x, y };
  const kept: number[] = [];
  let present = -1;
  let gap = -1; // the first unmeasured point since the last measured one
  let first = -1;
  let low = -1;
  let high = -1;
  let last = -1;
  const close = () => {
    if (first < 0) return;
    const inner = [low, high].filter((i) => i !== first && i !== last).sort((a, b) => a - b);
    kept.push(...new Set([first, ...inner, last]));
  };
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(y[i])) {
      if (gap < 0) gap = i;
      continue;
    }
    const here = Math.floor(column(x[i]!));
    if (here !== present || first < 0) {
      close();
      if (gap >= 0 && here - present > 1 && first >= 0) kept.push(gap);
      present = here;
      first = low = high = last = i;
    } else {
      if (y[i]! < y[low]!) low = i;
      if (y[i]! > y[high]!) high = i;
      last = i;
    }
    gap = -1;
  }
  close();
  return { x: Float64Array.from(kept, (i) => x[i]!), y: Float64Array.from(kept, (i) => y[i]!) };
}
