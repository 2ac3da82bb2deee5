import { mustBe, number, numbers, oneOf, record } from "@grokscape/group-datasets/forms";
import { aLandscape } from "../input/kinds.ts";
import { type RealMatrix, zeros } from "../numerics/real-matrix.ts";
import { dot } from "../numerics/vectors.ts";
import type { FeatureKind } from "./feature-kinds.ts";
import type { EnergyLandscape } from "./landscape.ts";

/** ∇²E(w), d × d: a product in O(n) for each column. */
export function hessian(landscape: EnergyLandscape, w: ArrayLike<number>): RealMatrix {
  mustBe("landscape", aLandscape, landscape);
  mustBe("w", numbers, w);
  const { dimension } = landscape;
  const result = zeros(dimension, dimension);
  const unit = new Float64Array(dimension);
  for (let j = 0; j < dimension; j++) {
    unit[j] = 1;
    landscape.hessianProduct(w, unit, result.data.subarray(j * dimension, (j + 1) * dimension));
    unit[j] = 0;
  }
  return result;
}

/**
 * The Hessian of the energy on the unit sphere, at a unit vector w: T(∇²E − (w·∇E)·I)T with
 * T = I − wwᵀ. It always has the eigenvalue 0 along w itself.
 */
export function sphereHessian(landscape: EnergyLandscape, w: ArrayLike<number>): RealMatrix {
  mustBe("landscape", aLandscape, landscape);
  mustBe("w", numbers, w);
  const { dimension: d } = landscape;
  const gradient = new Float64Array(d);
  landscape.gradient(w, gradient);
  const radial = dot(w, gradient);
  const result = hessian(landscape, w);
  for (let i = 0; i < d; i++) result.data[i * d + i] -= radial;
  tangential(result, w);
  return result;
}

/** H ← T·H·T for symmetric H, T = I − wwᵀ. */
function tangential({ rows: d, data }: RealMatrix, w: ArrayLike<number>): void {
  const image = new Float64Array(d);
  let along = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) image[i] += data[i * d + j] * w[j];
    along += w[i] * image[i];
  }
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      data[i * d + j] += along * w[i] * w[j] - w[i] * image[j] - image[i] * w[j];
    }
  }
}

/** How often each eigenvalue occurs on the 2M − 1 directions tangent to the sphere. */
export interface HessianSpectrum {
  /** Directions in which the maximum is flat. */
  readonly zero: number;
  /** Eigenvalue −4E*. */
  readonly minus4E: number;
  /** Eigenvalue −8E*. */
  readonly minus8E: number;
}

/**
 * The spectrum of the sphere's Hessian at a maximum of Theorem 2 (Corollary 1, corrected: erratum
 * 5): with e = 1, 2, 4 for type R, C, H and r = D/e, 3er − e − 2 zeros, e(r − 1) + 1 times −8E*,
 * and −4E* for the rest of 2M − 1. A feature of real dimension 1 is a strict maximum.
 */
export function hessianSpectrum(
  feature: Pick<FeatureKind, "type" | "realDimension">,
  order: number,
): HessianSpectrum {
  mustBe("feature", record({ type: oneOf("R", "C", "H"), realDimension: number }), feature);
  mustBe("order", number, order);
  const { type, realDimension } = feature;
  const e = { R: 1, C: 2, H: 4 }[type];
  const r = realDimension / e;
  const zero = 3 * e * r - e - 2;
  const minus8E = e * (r - 1) + 1;
  return { zero, minus8E, minus4E: 2 * order - 1 - zero - minus8E };
}
