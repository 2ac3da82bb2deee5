import { mustBe, number, record } from "@grokscape/group-datasets/forms";
import { collapseLaw } from "../laws/collapse.ts";

/** How the time to generalise falls with each setting, fitted to runs of Z_17 with x² and Adam. */
export const timeExponents = { learningRate: -0.67, weightDecay: -0.55, width: -0.5 } as const;

/** What the fit of `collapseLaw` was made at. */
const reference = { learningRate: 1e-3, weightDecay: 2e-4, width: 512 } as const;

/**
 * The step at which stage II begins with Adam: 0.02/(learning rate), when the top layer has moved far
 * enough for G_F to carry the target. The constant was fitted to runs of Z_17.
 */
export function independentLearningStep(learningRate: number): number {
  mustBe("learningRate", number, learningRate);
  return 0.02 / learningRate;
}

/** A run whose time is asked for. */
export interface TimedRun {
  /** M. */
  readonly classes: number;
  /** n. */
  readonly count: number;
  /** K. */
  readonly width: number;
  readonly learningRate: number;
  readonly weightDecay: number;
}

const runForm = record({
  classes: number,
  count: number,
  width: number,
  learningRate: number,
  weightDecay: number,
});

/**
 * The step at which a run with x² and Adam generalises: the collapse onto c = n/(M·ln M), times the
 * power of each setting that was fitted on Z_17. Within a factor of 1.6 of all our runs of Z_M for M
 * from 17 to 71.
 *
 * @returns null below the collapse's border, c = 2.16, and without weight decay
 */
export function expectedGrokStep(run: TimedRun): number | null {
  mustBe("run", runForm, run);
  const { grokStep } = collapseLaw().predict({
    ...run,
    size: run.classes ** 2,
    largestDegree: 1,
    cyclic: true,
  });
  if (grokStep === null || run.weightDecay === 0) return null;
  let step = grokStep;
  for (const setting of ["learningRate", "weightDecay", "width"] as const) {
    step *= (run[setting] / reference[setting]) ** timeExponents[setting];
  }
  return step;
}

/** By how much the time changes if n is doubled; null where either time is unknown. */
export function doubledCountFactor(run: TimedRun): number | null {
  const [once, twice] = [run, { ...run, count: 2 * run.count }].map(expectedGrokStep);
  return once && twice ? twice / once : null;
}
