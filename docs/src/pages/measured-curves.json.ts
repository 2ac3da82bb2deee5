import { type Curve, configOf } from "@grokscape/experiments";
import { courseOf } from "../lab/address.ts";
import { claims } from "../site/claims.ts";

/** For the laboratory: of each course the longest curve that the ledger keeps. */
export function GET(): Response {
  const curves: Record<string, Curve> = {};
  const lengthOf = (curve?: Curve) => curve?.step.at(-1) ?? -1;
  for (const claim of claims.values()) {
    for (const variant of claim.variants) {
      const { curve, outcomes } = variant;
      if (!curve) continue;
      const course = courseOf(configOf(claim, variant, outcomes[0]!.seed));
      if (lengthOf(curve) > lengthOf(curves[course])) curves[course] = curve;
    }
  }
  return Response.json(curves);
}
