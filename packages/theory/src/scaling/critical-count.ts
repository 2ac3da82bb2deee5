import { mustAllBe, number } from "@grokscape/group-datasets/forms";
/** The constant that the author's code puts before M·ln M. */
export const authorConstant = 2.7482;

/**
 * Theorem 4 without its unknown constant: d²·M·ln(M/δ) random pairs keep the local maxima of
 * d-dimensional irreps with probability at least 1 − δ. Only its size means something (erratum 7).
 *
 * @param order M, at least 2
 * @param degree d, the irrep's complex degree
 * @param failure δ in (0, 1)
 */
export function retentionCount(order: number, degree: number, failure: number): number {
  mustAllBe(number, { order, degree, failure });
  return degree ** 2 * order * Math.log(order / failure);
}

/**
 * The same the other way round: δ = M·exp(−n/(d²·M)), at most 1, the chance that n random pairs lose
 * a maximum by Theorem 4 without its constant.
 */
export function retentionFailure(order: number, degree: number, count: number): number {
  mustAllBe(number, { order, degree, count });
  return Math.min(1, order * Math.exp(-count / (degree ** 2 * order)));
}

/**
 * The train fraction at which the author's code expects generalisation: 2.7482·ln(M)/M, times d/2
 * where the largest irrep degree d is at least 2. Above 1 for very small groups.
 */
export function authorCriticalFraction(order: number, largestDegree: number): number {
  mustAllBe(number, { order, largestDegree });
  return ((authorConstant * Math.log(order)) / order) * Math.max(1, largestDegree / 2);
}

/** c = n/(M·ln M): the number of training examples in units of M·ln M. */
export function criticalMultiple(count: number, classes: number): number {
  mustAllBe(number, { count, classes });
  return count / (classes * Math.log(classes));
}
