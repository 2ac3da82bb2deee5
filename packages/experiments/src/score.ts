import { task } from "@grokscape/group-datasets";
import { expectationOf, judgeOutcome, judgeStep, predict } from "@grokscape/theory";
import { configOf } from "./experiment.ts";
import type { Claim, Outcome } from "./outcome.ts";

/** How what theory says of runs before they start compares with what came of them. */
export interface Score {
  /** Runs on a group's table, each counted once: of other tasks theory foretells nothing. */
  readonly runs: number;
  /** Of how many an outcome was foretold, and how many of these came out so, or not; the rest ended too early to say. */
  readonly foretold: number;
  readonly right: number;
  readonly wrong: number;
  /** Of how many that generalised a step was foretold, and how many did within its interval. */
  readonly timed: number;
  readonly inTime: number;
}

/** Scores `predict` on all outcomes of these claims. */
export function scoreOf(claims: readonly Claim[]): Score {
  const score = { runs: 0, foretold: 0, right: 0, wrong: 0, timed: 0, inTime: 0 };
  const seen = new Set<string>();
  for (const claim of claims) {
    for (const variant of claim.variants) {
      const config = configOf(claim, variant, 1);
      const table = task(config.task);
      if (!table.group) continue;
      const expectation = expectationOf(predict(table, config));
      for (const outcome of variant.outcomes) {
        const { weightsHash } = outcome;
        if (weightsHash && seen.has(weightsHash)) continue;
        if (weightsHash) seen.add(weightsHash);
        score.runs++;
        if (!expectation || expectation.outcome === "borderline") continue;
        score.foretold++;
        const run = runOf(outcome);
        const agreement = judgeOutcome(expectation, run);
        if (agreement === "as predicted") score.right++;
        if (agreement === "not as predicted") score.wrong++;
        if (expectation.step === null || run.generalisedFrom === null) continue;
        score.timed++;
        if (judgeStep(expectation.step, run) === "as predicted") score.inTime++;
      }
    }
  }
  return score;
}

const runOf = ({
  steps,
  memorisedAt,
  memorisedFrom = memorisedAt ?? null,
  generalisedAt,
  generalisedFrom = generalisedAt,
}: Outcome) => ({ steps, stopped: "steps" as const, memorisedFrom, generalisedFrom });
