import type { Claim } from "../outcome.ts";
import type { EstimateName } from "../statement.ts";
import { alikeInTheEnd } from "./alike-in-the-end.ts";
import { type Estimated, nothing } from "./estimated.ts";
import { bestTeller, shareShortened, shareTold, tellerBy } from "./without-a-test.ts";

export type EstimateKind = "count" | "share" | "value";

/** A number that is estimated from all runs of an experiment. */
interface Estimator {
  readonly kind: EstimateKind;
  readonly of: (claim: Pick<Claim, "variants" | "pairs">) => Estimated;
}

/** All that criteria ask for, by name. */
export const estimates: Readonly<Record<EstimateName, Estimator>> = {
  "gradients-and-features": {
    kind: "value",
    of: (claim) => alikeInTheEnd(claim, "gradients-early", "features-at-end"),
  },
  "gradients-and-irreps": {
    kind: "value",
    of: (claim) => alikeInTheEnd(claim, "gradients-early", "irreps-at-end"),
  },
  "shortened-understood": { kind: "share", of: (claim) => shareShortened(claim, true) },
  "shortened-memorised": { kind: "share", of: (claim) => shareShortened(claim, false) },
  "told-by-bits": { kind: "share", of: (claim) => shareTold(tellerBy(claim, "bits")) },
  "told-by-plain-bits": { kind: "share", of: (claim) => shareTold(tellerBy(claim, "plain-bits")) },
  "told-by-best": { kind: "share", of: (claim) => shareTold(bestTeller(claim)) },
  "lead-of-best": { kind: "count", of: (claim) => bestTeller(claim)?.lead ?? nothing },
};
