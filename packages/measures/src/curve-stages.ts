import { checkNumber, checkSteps } from "@grokscape/trainer/internal";

/** Measures of a network at one step, for any task. */
export interface CurvePoint {
  readonly step: number;
  /** ‖G_F‖, the gradient that reaches the hidden layer. */
  readonly gradient: number;
  /** How far W has turned since the start: `cosineDistances`. */
  readonly hiddenTurn: number;
  /** How far V has. */
  readonly topTurn: number;
}

/** A stage, and the steps of the first and the last point in it. */
export interface CurveStage {
  readonly stage: 1 | 2 | 3;
  readonly since: number;
  readonly until: number;
}

/** I ends where the hidden layer has turned by this share of the top layer's turn. */
const follows = 0.5;
/** II ends where ‖G_F‖ has fallen to this share of its peak. */
const spent = 0.1;

/**
 * The stages as the curves of arXiv 2509.21519, Fig. 3 show them, for any task and network. I, lazy:
 * the top layer moves, the hidden one lags behind. II: the hidden layer follows, in the bump of ‖G_F‖.
 * III: the bump is over, what is left of the gradient is what the features leave each other to do.
 * Where the task is a group's, `stageSpans` of @grokscape/theory looks at the features themselves.
 *
 * A stage that was never seen, such as I where the first point came too late, is left out. A later
 * point never changes an earlier one's stage, so it can be asked while a run goes on.
 *
 * @param points of one run, by step
 * @throws InputError if the steps do not ascend, or a number is negative or not finite
 */
export function curveStages(points: readonly CurvePoint[]): CurveStage[] {
  checkSteps(points);
  for (const point of points) {
    checkNumber(`the gradient at step ${point.step}`, point.gradient, 0);
    checkTurn(point.step, "hidden", point.hiddenTurn);
    checkTurn(point.step, "top", point.topTurn);
  }
  const stages: { stage: 1 | 2 | 3; since: number; until: number }[] = [];
  let stage: 1 | 2 | 3 = 1;
  let peak = 0;
  for (const { step, gradient, hiddenTurn, topTurn } of points) {
    peak = Math.max(peak, gradient);
    if (stage === 1 && topTurn > 0 && hiddenTurn >= follows * topTurn) stage = 2;
    if (stage === 2 && gradient <= spent * peak) stage = 3;
    const last = stages.at(-1);
    if (last?.stage === stage) last.until = step;
    else stages.push({ stage, since: step, until: step });
  }
  return stages;
}

/** A distance is in [0, 2], but for what its rounding adds. */
function checkTurn(step: number, layer: string, turn: number): void {
  checkNumber(`the ${layer} layer's turn at step ${step}`, turn, -1e-6, 2 + 1e-6);
}
