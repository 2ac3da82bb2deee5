/** More rows than these are hardly ever missing at once, where less than one is on average. */
const mostTerms = 12;

/**
 * The least number n of random cells of an M × M Latin square from which on a learner that draws lots for
 * what it cannot know gets a share of the others right on average: `limitCount` in closed form.
 *
 * Any k rows are all missing with probability P_k = C(M² − kM, n)/C(M², n), so that a row is seen with
 * probability s = 1 − P_1, and some row is missing with a = Σ (−1)^(k+1) C(M, k) P_k. With columns and answers
 * alike and independent, M²s³ − n cells are covered on average, and lots are worth 2aMs + a² cells in missing
 * rows and columns and aMs² of missing answers.
 */
export function knowableCount(order: number, share: number): number {
  const size = order ** 2;
  const terms = Math.min(order, mostTerms);
  const missed = new Float64Array(terms).fill(1);
  for (let count = 0; count < size - 1; count++) {
    const seen = 1 - missed[0];
    const some = order * missed[0] < 1 ? someMissing(order, missed) : 1 - seen ** order;
    const right =
      size * seen ** 3 - count + 2 * some * order * seen + some ** 2 + some * order * seen ** 2;
    if (right >= share * (size - count)) return count;
    for (let k = 1; k <= terms; k++) {
      missed[k - 1] *= Math.max(0, 1 - (k * order) / (size - count));
    }
  }
  return size - 1;
}

/** The probability that any of M rows is missing, by inclusion and exclusion. */
function someMissing(order: number, missed: Float64Array): number {
  let [some, sets] = [0, 1];
  for (const [i, probability] of missed.entries()) {
    sets *= (i - order) / (i + 1);
    some -= sets * probability;
  }
  return some;
}
