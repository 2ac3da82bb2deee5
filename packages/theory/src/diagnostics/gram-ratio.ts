import { mustBe, whole } from "../input/form.ts";
import { aMatrix } from "../input/kinds.ts";
import { centreColumns, type RealMatrix } from "../numerics/real-matrix.ts";

/** Up to so many places of 0 … count − 1, evenly spread. */
function spreadPlaces(count: number, limit: number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.floor((i * count) / limit));
}

/**
 * How far F̃ᵀF̃ is from diagonal: its mean |entry| off the diagonal, divided by that on it. Small
 * where nodes learn independently (Section 4); Figure 3 has it below 8 %.
 *
 * @param features F, n × K
 * @param limit at most so many nodes are compared, evenly spread
 */
export function nodeGramRatio(features: RealMatrix, limit = 256): number {
  mustBe("features", aMatrix, features);
  mustBe("limit", whole(1), limit);
  const F = centreColumns(features);
  const places = spreadPlaces(F.columns, limit);
  return ratio(
    places.map((j) => Float64Array.from({ length: F.rows }, (_, i) => F.data[i * F.columns + j])),
  );
}

/**
 * The same for P₁⊥FFᵀP₁⊥: whether samples look alike to the hidden layer.
 *
 * @param limit at most so many samples are compared, evenly spread
 */
export function sampleGramRatio(features: RealMatrix, limit = 256): number {
  mustBe("features", aMatrix, features);
  mustBe("limit", whole(1), limit);
  const F = centreColumns(features);
  const places = spreadPlaces(F.rows, limit);
  return ratio(places.map((i) => F.data.subarray(i * F.columns, (i + 1) * F.columns)));
}

/** Mean |u·v| over pairs, divided by the mean of u·u. */
function ratio(vectors: readonly Float64Array[]): number {
  let [own, shared] = [0, 0];
  for (let i = 0; i < vectors.length; i++) {
    own += dot(vectors[i], vectors[i]);
    for (let j = 0; j < i; j++) shared += Math.abs(dot(vectors[i], vectors[j]));
  }
  const pairs = (vectors.length * (vectors.length - 1)) / 2;
  return pairs > 0 && own > 0 ? shared / pairs / (own / vectors.length) : 0;
}

function dot(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i] * v[i];
  return sum;
}
