import { multiply, type RealMatrix, symmetricEigen, transpose } from "./real-matrix.ts";

/** What the columns of a matrix span, and what of others lies outside it. */
export interface Span {
  readonly rank: number;
  /** Smallest singular value that is not 0; 0 for a matrix of zeros. */
  readonly smallest: number;
  /** ‖(I − P)A‖/‖A‖, P the projector to the span: 0 if every column of A lies in it. */
  residual(a: RealMatrix): number;
}

/** The column span of F, by the eigenvectors of FFᵀ. */
export function columnSpan(F: RealMatrix): Span {
  const { values, vectors } = symmetricEigen(multiply(F, transpose(F)));
  const largest = Math.max(values[values.length - 1] ?? 0, 0);
  const kept = Array.from(values.keys()).filter((i) => values[i] > 1e-10 * largest);
  const back = transpose(vectors);
  return {
    rank: kept.length,
    smallest: kept.length > 0 ? Math.sqrt(values[kept[0]]) : 0,
    residual(a) {
      const coordinates = multiply(back, a);
      const inside = new Set(kept);
      let [outside, all] = [0, 0];
      for (let i = 0; i < coordinates.rows; i++) {
        for (let j = 0; j < a.columns; j++) {
          const square = coordinates.data[i * a.columns + j] ** 2;
          all += square;
          if (!inside.has(i)) outside += square;
        }
      }
      return all > 0 ? Math.sqrt(outside / all) : 0;
    },
  };
}
