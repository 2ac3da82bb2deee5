import { InputError } from "@grokscape/group-datasets";
import {
  mustBe,
  notNegative,
  numbers,
  optional,
  record,
  whole,
} from "@grokscape/group-datasets/forms";
import { aLandscape } from "../input/kinds.ts";
import { dot } from "../numerics/vectors.ts";
import type { EnergyLandscape } from "./landscape.ts";

export interface Ascent {
  /** Where it ended, a unit vector. */
  readonly w: Float64Array;
  readonly energy: number;
  /** Norm of the gradient along the sphere, divided by the energy. */
  readonly slope: number;
  readonly steps: number;
  /** Whether `slope` fell to the tolerance. */
  readonly converged: boolean;
}

const optionsForm = record({
  tolerance: optional(notNegative),
  maximumSteps: optional(whole(0)),
});

/**
 * Gradient ascent of the energy on the unit sphere, as a hidden node follows it (Theorem 1): each
 * step's length is found by trial, so the energy does not fall by more than rounding.
 *
 * @param start any vector but zero; it is normalised
 * @throws InputError if `start` is zero or has the wrong length
 */
export function ascend(
  landscape: EnergyLandscape,
  start: ArrayLike<number>,
  options: { readonly tolerance?: number; readonly maximumSteps?: number } = {},
): Ascent {
  mustBe("landscape", aLandscape, landscape);
  mustBe("start", numbers, start);
  mustBe("options", optionsForm, options);
  const { tolerance = 1e-8, maximumSteps = 10_000 } = options;
  const { dimension } = landscape;
  let w = unit(Float64Array.from(start));
  let gradient = new Float64Array(dimension);
  let trial = new Float64Array(dimension);
  let trialGradient = new Float64Array(dimension);
  let energy = landscape.gradient(w, gradient);
  let square = makeTangent(gradient, w);
  let length = 1 / Math.max(energy, tiny);
  for (let steps = 0; ; steps++) {
    const slope = Math.sqrt(square) / Math.max(energy, tiny);
    const end = { w, energy, slope, steps, converged: slope <= tolerance };
    if (end.converged || steps >= maximumSteps) return end;
    for (length *= 2; ; length /= 2) {
      if (!(length * Math.sqrt(square) >= 1e-15)) return end;
      for (let i = 0; i < dimension; i++) trial[i] = w[i] + length * gradient[i];
      unit(trial);
      const reached = landscape.gradient(trial, trialGradient);
      const trialSquare = makeTangent(trialGradient, trial);
      const gain = 0.1 * length * square;
      const noise = 1e-12 * energy;
      // where the gain drowns in rounding, the slope must fall instead
      const better = gain > noise ? reached >= energy + gain : trialSquare < square;
      if (!better || reached < energy - noise) continue;
      [w, trial] = [trial, w];
      [gradient, trialGradient] = [trialGradient, gradient];
      [energy, square] = [reached, trialSquare];
      break;
    }
  }
}

const tiny = Number.MIN_VALUE;

function unit<W extends Float64Array>(w: W): W {
  const square = dot(w, w);
  if (!(square > 0)) throw new InputError("ascent cannot start at zero", "give a direction");
  const factor = 1 / Math.sqrt(square);
  for (let i = 0; i < w.length; i++) w[i] *= factor;
  return w;
}

/** Takes its part along w from a vector; the squared norm of what is left. */
function makeTangent(vector: Float64Array, w: Float64Array): number {
  const along = dot(vector, w);
  for (let i = 0; i < w.length; i++) vector[i] -= along * w[i];
  return dot(vector, vector);
}
