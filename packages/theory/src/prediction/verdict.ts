import { authorConstant } from "../scaling/critical-count.ts";
import type { PredictedOutcome, Verdict } from "./prediction.ts";

/** Runs at c ≤ 2 never generalised, those at c ≥ 3 nearly always did; the code's constant lies between. */
const band = { memorises: 2 / authorConstant, generalises: 3 / authorConstant };

/** What decides of a run like those measured. */
interface Deciding {
  /** n divided by the author's critical count. */
  readonly countRatio: number;
  /** Whether it is trained by mse, with nothing that pulls the weights back. */
  readonly starves: boolean;
  /** Whether it may end before it is expected to generalise. */
  readonly short: boolean;
}

/**
 * What a run like those measured will do: the count of training examples against the author's critical
 * count decides, with the band measured around it. Where nothing pulls the weights back the hidden layer
 * starves, and learns no features (Equation 4). A run that may end too early is at best borderline.
 */
export function verdict({ countRatio, starves, short }: Deciding): Verdict {
  if (starves) {
    return { outcome: "memorises", statement: "equation-4", trust: "order of magnitude" };
  }
  const outcome = byCount(countRatio);
  if (outcome === "generalises" && short) {
    return { outcome: "borderline", statement: "measured-times", trust: "fitted" };
  }
  return { outcome, statement: "measured", trust: "fitted" };
}

function byCount(countRatio: number): PredictedOutcome {
  if (countRatio <= band.memorises) return "memorises";
  return countRatio >= band.generalises ? "generalises" : "borderline";
}
