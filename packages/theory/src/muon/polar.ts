import { InputError } from "@grokscape/group-datasets";
import { finite, list, mustBe } from "@grokscape/group-datasets/forms";
import { SingularValueDecomposition } from "ml-matrix";
import { aFiniteMatrix, aMatrix } from "../input/kinds.ts";
import {
  column,
  fromMl,
  multiply,
  type RealMatrix,
  toMl,
  transpose,
  zeros,
} from "../numerics/real-matrix.ts";
import { dot, norm } from "../numerics/vectors.ts";

/**
 * The polar factor UVᵀ of A = UΣVᵀ, by its singular values: the step that Muon makes of a gradient.
 * Directions in which A vanishes stay 0.
 */
export function polarFactor(a: RealMatrix): RealMatrix {
  mustBe("matrix", aFiniteMatrix, a);
  const { leftSingularVectors, diagonal, rightSingularVectors } = new SingularValueDecomposition(
    toMl(a),
    { autoTranspose: true },
  );
  const rank = diagonal.filter((value) => value > 1e-12 * diagonal[0]).length;
  const left = fromMl(leftSingularVectors);
  const right = fromMl(rightSingularVectors);
  const factor = zeros(a.rows, a.columns);
  for (let k = 0; k < rank; k++) {
    const [u, v] = [column(left, k), column(right, k)];
    for (let i = 0; i < a.rows; i++) {
      for (let j = 0; j < a.columns; j++) factor.data[i * a.columns + j] += u[i] * v[j];
    }
  }
  return factor;
}

/**
 * Lemma 2: how fast Muon climbs the joint energy of all nodes, the sum of the gradient's singular
 * values. It is 0 only where the gradient is: Muon has the stationary points of gradient ascent.
 */
export function muonAscentRate(gradient: RealMatrix): number {
  const step = polarFactor(gradient);
  return dot(gradient.data, step.data);
}

/**
 * Lemma 9, in the exact form (erratum 16): the last column of the polar factor of [Q v], Q with
 * orthonormal columns. With v = v_∥ + v_⊥, v_∥ in Q's span, it is
 * [v_∥ + (1 + ‖v_⊥‖)·v_⊥/‖v_⊥‖] / √((1 + ‖v_⊥‖)² + ‖v_∥‖²).
 *
 * @throws InputError if v lies in the span of Q, where it has no direction of its own
 */
export function polarStep(q: RealMatrix, v: ArrayLike<number>): Float64Array {
  mustBe("Q", aMatrix, q);
  mustBe("v", list(finite), v);
  if (v.length !== q.rows) {
    throw new InputError(`a direction of length ${v.length}`, `Q has ${q.rows} rows`);
  }
  const vector = { rows: v.length, columns: 1, data: Float64Array.from(v) };
  const within = multiply(q, multiply(transpose(q), vector)).data;
  const across = within.map((value, i) => v[i] - value);
  const length = norm(across);
  if (!(length > 0)) throw new InputError("v lies in the span of Q", "give it a part outside");
  const whole = Math.hypot(1 + length, norm(within));
  return within.map((value, i) => (value + ((1 + length) * across[i]) / length) / whole);
}
