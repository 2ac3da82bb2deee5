import { mustBe, whole } from "@grokscape/group-datasets/forms";
import { aMatrix } from "../input/kinds.ts";
import { centreColumns, type RealMatrix, transpose } from "../numerics/real-matrix.ts";
import { dot } from "../numerics/vectors.ts";

/**
 * How far F̃ᵀF̃ is from diagonal: the mean |entry| off its diagonal, divided by the mean of those on it.
 * Small where nodes learn independently (Section 4); Figure 3 has it below 8 %.
 *
 * @param features F, n × K
 * @param limit at most so many nodes are compared, evenly spread
 */
export function nodeGramRatio(features: RealMatrix, limit = 256): number {
  return ratio(transpose(centred(features, limit)), limit);
}

/**
 * The same for P₁⊥FFᵀP₁⊥: whether samples look alike to the hidden layer.
 *
 * @param limit at most so many samples are compared, evenly spread
 */
export function sampleGramRatio(features: RealMatrix, limit = 256): number {
  return ratio(centred(features, limit), limit);
}

function centred(features: RealMatrix, limit: number): RealMatrix {
  mustBe("features", aMatrix, features);
  mustBe("limit", whole(1), limit);
  return centreColumns(features);
}

/** Mean |u·v| over pairs of rows, divided by the mean of u·u; of `limit` rows, evenly spread. */
function ratio({ rows, columns, data }: RealMatrix, limit: number): number {
  const count = Math.min(rows, limit);
  const vectors = Array.from({ length: count }, (_, i) => {
    const row = Math.floor((i * rows) / count);
    return data.subarray(row * columns, (row + 1) * columns);
  });
  let [own, shared] = [0, 0];
  for (const [i, u] of vectors.entries()) {
    own += dot(u, u);
    for (let j = 0; j < i; j++) shared += Math.abs(dot(u, vectors[j]));
  }
  const pairs = (count * (count - 1)) / 2;
  return pairs > 0 && own > 0 ? shared / pairs / (own / count) : 0;
}
