import { InputError } from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";
import { dot, largest } from "@grokscape/trainer/internal";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { checkTensor } from "./check.ts";

/** The spectrum of a window of updates. */
export interface UpdateSpectrum {
  /** Singular values of the matrix with an update a row, descending. */
  readonly singularValues: readonly number[];
  /** σ₂/σ₃; Infinity if σ₃ = 0. */
  readonly gap: number;
}

/**
 * Singular values of the last updates of one weight tensor, and σ₂/σ₃: how sharply the path bends
 * in a plane. It rises when a two-layer network with power activation grokks (Xu, "Feature repulsion
 * and spectral lock-in", arXiv 2605.08119). By the Gram matrix of the updates, so small singular
 * values are exact to about 1e-8 of the largest.
 *
 * @param checkpoints the same tensor at w + 1 successive steps, w ≥ 3 (w about 10 there)
 * @throws InputError for fewer than 4 checkpoints, different sizes, or a number that is not finite
 */
export function updateSpectrum(checkpoints: readonly Tensor[]): UpdateSpectrum {
  if (!(checkpoints?.length >= 4)) {
    throw new InputError(`${checkpoints?.length ?? "no"} checkpoints`, "σ₃ needs 4 or more");
  }
  for (const [i, checkpoint] of checkpoints.entries()) checkTensor(`checkpoint ${i}`, checkpoint);
  const updates = checkpoints.slice(1).map(({ data }, i) => {
    const before = checkpoints[i].data;
    if (before.length !== data.length) {
      throw new InputError(`checkpoints of ${before.length} and ${data.length} entries`);
    }
    return Float64Array.from(data, (value, at) => value - before[at]);
  });
  const scale = Math.max(...updates.map(largest)) || 1; // so that no square overflows
  for (const update of updates) for (let i = 0; i < update.length; i++) update[i] /= scale;
  const gram = new Matrix(updates.map((u) => updates.map((v) => dot(u, v))));
  const { realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const singularValues = Array.from(
    realEigenvalues,
    (value) => scale * Math.sqrt(Math.max(value, 0)),
  );
  singularValues.sort((a, b) => b - a);
  const [, second, third] = singularValues;
  const gap = third > 0 ? second / third : Infinity;
  return { singularValues, gap };
}
