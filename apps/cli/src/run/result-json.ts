import type { Options } from "../arguments/command.ts";
import type { Conclusion } from "./conclude.ts";

/** Of every command that prints a result. */
export const jsonOption: Options = {
  json: { says: "the result as one JSON document, and all words on standard error" },
};

/** What a run has come to, as `--json` tells it; plain JSON. */
export function conclusionJson(conclusion: Conclusion, report: string | null) {
  const { run, record, prediction, comparison, learned } = conclusion;
  const { folder, session } = run;
  return { folder, report, record, session, prediction, comparison, learned };
}
