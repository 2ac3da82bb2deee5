import { task } from "@grokscape/group-datasets";
import {
  knownLaws,
  type LawScore,
  lawConfig,
  type MeasuredRun,
  scoreLaw,
  type Words,
} from "@grokscape/theory";
import type { BorderLaws } from "../border/border-laws.ts";
import { powerForms } from "../border/power-law.ts";
import { configOf } from "../experiment.ts";
import type { Claim } from "../outcome.ts";

/** What a law is worth on what it was not fitted to; null where that cannot be asked of it. Plain JSON. */
export interface LawLine {
  readonly id: string;
  readonly title: Words;
  /** Runs of each table, by the law fitted to the other tables. */
  readonly tables: LawScore | null;
  /** Runs of each experiment that turns one knob, by the law fitted to those that turn the others. */
  readonly knobs: LawScore | null;
  /** Borders of the ledger, each by the law fitted to the others of its search. */
  readonly borders: {
    readonly told: number;
    /** Root mean square of ln(foretold/measured); null if it spoke of none, or said 0 of one. */
    readonly error: number | null;
  };
}

/**
 * Scores every law.
 *
 * @param tables an experiment whose variants are of several tables
 * @param knobs experiments that turn one knob each
 * @param borders of each search
 */
export function lawBoard(
  tables: Claim,
  knobs: readonly Claim[],
  borders: readonly BorderLaws[],
): LawLine[] {
  const ofTables = runsOf(tables);
  const ofKnobs = knobs.flatMap((claim) =>
    runsOf(claim).map((run) => ({ ...run, part: claim.id })),
  );
  return [
    ...knownLaws().map((law) => ({
      law,
      tables: scoreLaw(
        law,
        ofTables.map(({ run }) => run),
        ofTables.map(({ part }) => part),
      ),
      knobs: scoreLaw(
        law,
        ofKnobs.map(({ run }) => run),
        ofKnobs.map(({ part }) => part),
      ),
    })),
    ...powerForms.map((law) => ({ law, tables: null, knobs: null })),
  ].map(({ law: { id, title }, ...scores }) => ({
    id,
    title,
    ...scores,
    borders: onBorders(id, borders),
  }));
}

/** The runs of an experiment as laws read them, each in the part of its table. */
const runsOf = (claim: Claim): { readonly part: string; readonly run: MeasuredRun }[] =>
  claim.variants.flatMap((variant) => {
    const settings = configOf(claim, variant, 1);
    const config = lawConfig(task(settings.task), settings);
    return variant.outcomes.map(({ generalisedAt, steps }) => ({
      part: settings.task,
      run: { config, grokStep: generalisedAt, steps },
    }));
  });

function onBorders(id: string, borders: readonly BorderLaws[]): LawLine["borders"] {
  const scores = borders.flatMap(({ laws }) => laws.filter((law) => law.id === id && law.told > 0));
  const told = scores.reduce((sum, score) => sum + score.told, 0);
  const squares = scores.reduce((sum, score) => sum + score.told * (score.error ?? 0) ** 2, 0);
  const error = Math.sqrt(squares / told);
  return { told, error: Number.isFinite(error) ? error : null };
}
