import { InputError } from "@grokscape/group-datasets";
import { portableLog, type Tensors } from "@grokscape/models";
import { checkNumber, checkRecord } from "@grokscape/trainer/internal";
import { checkPositive, checkTensors, checkWhole } from "./check.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { normalNumbers } from "./normal.ts";
import type { Objective } from "./objective.ts";
import { flatten, flattenGradient, unflatten } from "./vectors.ts";

export interface LearningCoefficientOptions {
  /** n: training examples over which the objective is a mean. */
  readonly examples: number;
  /** nβ; n/ln n (Watanabe's temperature) if not given. */
  readonly inverseTemperature?: number;
  /** γ: how strongly a chain is drawn back to where it began; it settles within some 2/(εγ) steps. */
  readonly localisation?: number;
  /** ε: small enough that ε·(nβ·sharpness + γ) stays well below 1. */
  readonly stepSize?: number;
  /** Independent chains, 2 or more: their spread gives the standard error. */
  readonly chains?: number;
  /** Steps a chain before its loss counts. */
  readonly burnIn?: number;
  /** Steps a chain whose loss counts. */
  readonly draws?: number;
  readonly seed?: number;
}

/** λ̂ and how sure it is. */
export interface LearningCoefficient extends Estimate {
  /** λ̂ of each chain. */
  readonly chains: readonly number[];
  /**
   * Mean λ̂ over the second half of the draws less that over the first: far from 0, compared with
   * the standard error, the chains have not settled, and need a longer burn-in.
   */
  readonly drift: number;
}

/**
 * Local learning coefficient λ̂ = nβ·(E[L(w)] − L(w*)), w from the posterior around w*: half the
 * number of directions that matter, smaller where the minimum is degenerate (Lau, Furman, Wang,
 * Murfet & Wei, arXiv 2308.12108). E is the mean along chains of stochastic gradient Langevin
 * dynamics, w ← w − (ε/2)(nβ∇L(w) + γ(w − w*)) + √ε·noise, with gradients over all data. At a
 * regular minimum in d dimensions λ = d/2.
 *
 * The standard error is that of chance alone; step size and localisation bias λ̂ besides: on a
 * quadratic loss with curvature h each direction counts nβh/(2a(1 − εa/4)), a = nβh + γ, instead of
 * ½. A negative λ̂ says that w* is no minimum.
 *
 * @param objective mean loss over the n examples; for λ as statistics has it, a negative log
 * likelihood, such as cross-entropy
 * @throws InputError for fewer than 2 chains, draws or examples, an option that is not as it must be, a
 *   weight that is not finite, or if a chain diverges
 */
export function localLearningCoefficient(
  objective: Objective,
  weights: Tensors,
  options: LearningCoefficientOptions,
): LearningCoefficient {
  checkRecord("the options", options);
  const { examples, localisation = 100, stepSize = 1e-3, chains = 4, seed = 1 } = options;
  const { burnIn = 100, draws = 200 } = options;
  checkWhole("examples", examples, 2);
  const { inverseTemperature = examples / portableLog(examples) } = options;
  checkPositive("stepSize", stepSize);
  checkPositive("inverseTemperature", inverseTemperature);
  checkNumber("localisation", localisation, 0);
  checkWhole("chains", chains, 2);
  checkWhole("draws", draws, 2);
  checkWhole("burnIn", burnIn, 0);
  checkTensors(weights);
  const centre = flatten(weights);
  const lowest = objective(weights).loss;
  if (!Number.isFinite(lowest)) throw new InputError(`the loss at the weights is ${lowest}`);
  const normal = normalNumbers(seed);
  const noise = Math.sqrt(stepSize);

  const diverged = (step: number, how: string) =>
    new InputError(
      `a chain diverged at step ${step}: ${how}`,
      `take a step size below ${stepSize}, or a stronger localisation`,
    );

  /** Mean loss in excess of w*, over the first and the second half of a chain's draws. */
  const chain = (): [number, number] => {
    const w = Float64Array.from(centre);
    const tensors = unflatten(w, weights);
    const half = Math.floor(draws / 2);
    const sums: [number, number] = [0, 0];
    for (let step = 0; step < burnIn + draws; step++) {
      if (!w.every(Number.isFinite)) throw diverged(step, "a weight is not finite");
      const { loss, gradients } = objective(tensors);
      if (!Number.isFinite(loss)) throw diverged(step, `its loss is ${loss}`);
      if (step >= burnIn) sums[step - burnIn < half ? 0 : 1] += loss - lowest;
      const slope = flattenGradient(gradients, weights);
      for (let i = 0; i < w.length; i++) {
        const pull = inverseTemperature * slope[i] + localisation * (w[i] - centre[i]);
        w[i] += noise * normal() - 0.5 * stepSize * pull;
      }
    }
    return [sums[0] / half, sums[1] / (draws - half)];
  };

  const halves = Array.from({ length: chains }, chain);
  const firstShare = Math.floor(draws / 2) / draws;
  const each = halves.map(
    ([first, second]) => inverseTemperature * (firstShare * first + (1 - firstShare) * second),
  );
  const drifts = halves.map(([first, second]) => inverseTemperature * (second - first));
  return { ...estimate(each), chains: each, drift: estimate(drifts).value };
}
