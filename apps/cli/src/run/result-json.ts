import type { Options } from "../arguments/command.ts";
import type { Conclusion } from "./conclude.ts";

/** The option `--json`, which every command that prints a result has. */
export const jsonOption: Options = {
  json: { says: "the result as one JSON document, and all words on standard error" },
};

/** The `--json` document of `train`, `resume` and `report`. */
export function conclusionJson(conclusion: Conclusion, report: string | null) {
  const { run, record, prediction, comparison, learned, best } = conclusion;
  const { folder, session } = run;
  const bestAccuracy = best?.bestAccuracy ?? null;
  return { folder, report, record, session, prediction, comparison, bestAccuracy, learned };
}
