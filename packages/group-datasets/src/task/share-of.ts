/**
 * The largest whole k with k/count ≤ share, both as doubles: 29 of 100 for 0.29, though 0.29·100 is below
 * 29 in doubles, and 3 of 9 for 1/3. Exact for every share of up to 8 decimals and every count up to 2²⁶.
 *
 * @param share in [0, 1]
 */
export function shareOf(share: number, count: number): number {
  const product = Math.floor(share * count);
  if ((product + 1) / count <= share) return product + 1;
  return product / count > share ? product - 1 : product;
}
