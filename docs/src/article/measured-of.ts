import type { Claim } from "@grokscape/experiments";
import type { EarlierRun } from "@grokscape/viz";
import type { ArticleWords } from "./words/index.ts";

/** The curve that the ledger keeps of a setting, to be drawn pale. */
export const measuredOf = (
  { curve }: Pick<Claim["variants"][number], "curve">,
  { asMeasured: name }: ArticleWords["claimRun"],
): readonly EarlierRun[] => (curve ? [{ name, ...curve }] : []);
