/** How likely each number of symbols never occurred: probabilities of `from`, `from` + 1, … */
export interface Unseen {
  readonly from: number;
  readonly probabilities: Float64Array;
}

/** Below this a probability is left out. */
const negligible = 1e-18;

/** So many draws are made between states that are kept. */
const stride = 256;

/**
 * How many symbols of one alphabet have not occurred after n random cells of an M × M Latin square, drawn
 * without replacement: a Markov chain in the number u of those left, since no cell of theirs has been drawn.
 *
 * @param places in how many places of a cell the alphabet's symbols stand: 1 for rows, columns or answers
 *   of their own, 2 for operands of one alphabet, 3 for all. The chain is exact for 1 and 2; for 3 cells
 *   are counted as if two of their symbols did not tell the third, which is right on average.
 * @returns n → probabilities
 */
export function unseenAfter(order: number, places: 1 | 2 | 3): (count: number) => Unseen {
  const kept: Unseen[] = [{ from: order, probabilities: Float64Array.of(1) }];
  return (count) => {
    for (let k = kept.length; k * stride <= count; k++) {
      kept.push(draw(order, places, kept[k - 1], (k - 1) * stride, stride));
    }
    const k = Math.floor(count / stride);
    return draw(order, places, kept[k], k * stride, count - k * stride);
  };
}

/** Draws some more cells after so many. */
function draw(
  order: number,
  places: 1 | 2 | 3,
  state: Unseen,
  drawn: number,
  more: number,
): Unseen {
  let { from, probabilities: now } = state;
  for (let left = order ** 2 - drawn; left > order ** 2 - drawn - more; left--) {
    const next = new Float64Array(now.length + places);
    for (let i = 0; i < now.length; i++) {
      const revealing = cellsRevealing(order, from + i, places);
      const all = Math.max(left, revealing[0] + revealing[1] + revealing[2]);
      let stays = now[i];
      for (let k = 1; k <= places; k++) {
        const goes = (now[i] * revealing[k - 1]) / all;
        next[i + places - k] += goes;
        stays -= goes;
      }
      next[i + places] += Math.max(0, stays);
    }
    const first = next.findIndex((probability) => probability > negligible);
    const last = next.findLastIndex((probability) => probability > negligible);
    from += first - places;
    now = next.subarray(first, last + 1);
  }
  return { from, probabilities: now };
}

/** How many cells show 1, 2 and 3 of u symbols that never occurred. */
function cellsRevealing(
  order: number,
  u: number,
  places: 1 | 2 | 3,
): readonly [number, number, number] {
  const seen = order - u;
  if (places === 1) return [u * order, 0, 0];
  if (places === 2) return [u * (2 * seen + 1), u * (u - 1), 0];
  const three = (u * (u - 1) * (u - 2)) / order;
  const two = (3 * u * (u - 1) * seen) / order;
  return [u * (3 * order - 3) - 2 * two - 3 * three, two, three];
}
