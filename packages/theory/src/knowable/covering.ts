/**
 * The least number n of random cells of an M × M Latin square that cover a share of the others on
 * average: row, column and answer of a held-out cell all occur. In closed form: the M − 1 other cells of
 * each of these three lines are all left out with probability C(M² − M, n)/C(M² − 1, n); lines meet in
 * the cell alone, so that inclusion and exclusion need only the same with 2(M − 1) and 3(M − 1) cells.
 */
export function coveringCount(order: number, share: number): number {
  const others = order ** 2 - 1;
  const lines = [1, 2, 3].map((k) => k * (order - 1));
  const missed = [1, 1, 1];
  let count = 0;
  while (1 - 3 * missed[0] + 3 * missed[1] - missed[2] < share && count < others) {
    for (const [i, cells] of lines.entries()) {
      missed[i] *= Math.max(0, 1 - cells / (others - count));
    }
    count++;
  }
  return count;
}
