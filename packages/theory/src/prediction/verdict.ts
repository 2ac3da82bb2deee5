import { authorConstant } from "../scaling/critical-count.ts";
import type { PredictableConfig, PredictedOutcome, Verdict } from "./prediction.ts";

/** Runs at c ≤ 2 never generalised, those at c ≥ 3 always did; the code's constant lies between. */
const band = { memorises: 2 / authorConstant, generalises: 3 / authorConstant };

/** The orders of the groups that the band was measured on. */
const measuredOrders = { from: 17, to: 31 };

/** Whether a run is like those the verdict's band was measured on. */
export function isMeasured(
  order: number,
  largestDegree: number,
  { model, optimiser }: PredictableConfig,
): boolean {
  return (
    order >= measuredOrders.from &&
    order <= measuredOrders.to &&
    largestDegree === 1 &&
    model.activation === "quadratic" &&
    optimiser.kind === "adam"
  );
}

/**
 * What the run will do. Where nothing pulls the weights back the hidden layer starves, and learns no
 * features (Equation 4); else the count of training examples against the author's critical count
 * decides, with the band measured around it; a network narrower than any exact construction we know
 * is at best borderline.
 *
 * @param countRatio n divided by the author's critical count
 * @param facts starves: mse, and no weight decay or what acts like it; narrow: fewer nodes than any
 *   exact construction known; measured: like the runs that the band was measured on
 */
export function verdict(
  countRatio: number,
  { starves, narrow, measured }: { starves: boolean; narrow: boolean; measured: boolean },
): Verdict {
  if (starves) {
    return { outcome: "memorises", statement: "equation-4", trust: "order of magnitude" };
  }
  const outcome = byCount(countRatio);
  if (outcome === "generalises" && narrow) {
    return { outcome: "borderline", statement: "theorem-3", trust: "bound" };
  }
  return measured
    ? { outcome, statement: "measured", trust: "fitted" }
    : { outcome, statement: "author-code", trust: "order of magnitude" };
}

function byCount(countRatio: number): PredictedOutcome {
  if (countRatio <= band.memorises) return "memorises";
  return countRatio >= band.generalises ? "generalises" : "borderline";
}
