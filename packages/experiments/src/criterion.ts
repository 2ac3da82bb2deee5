import type { Estimated } from "./estimates/estimated.ts";
import { type EstimateKind, estimates } from "./estimates/estimates.ts";
import type { Criterion, Experiment } from "./experiment.ts";
import type { Claim, Outcome } from "./outcome.ts";
import type { Comparison, Quantity, Side, Statement } from "./statement.ts";

export type Answer = "agrees" | "disagrees" | "not decided";

export type Verdict = { readonly answer: Answer } & (
  | {
      /** In how many seeds all comparisons hold, and of how many. */
      readonly held: number;
      readonly of: number;
    }
  | { readonly estimated: Estimated; readonly kind: EstimateKind }
);

/** With fewer seeds nothing is decided. */
export const fewestSeeds = 3;

/** The experiment in its work's own size; null if it has one size. */
export function fullSize(experiment: Experiment): Experiment | null {
  const { id, criterion } = experiment;
  return criterion?.full ? { ...experiment, ...criterion.full, id: `${id}-full` } : null;
}

type Measured = Pick<Claim, "variants" | "pairs">;

/**
 * agrees: every comparison holds in every seed. disagrees: one holds in none. Of an estimate: its whole interval
 * lies on the one side, or on the other. Else, or with less than three seeds, not decided.
 */
export function judgeStatement(measured: Measured, statement: Statement): Verdict {
  if ("holds" in statement) return judgeComparisons(measured, statement.holds);
  const { estimate, is, than } = statement;
  const { of, kind } = estimates[estimate];
  const estimated = of(measured);
  const { low, high } = estimated;
  const isEnough = measured.variants.every(({ outcomes }) => outcomes.length >= fewestSeeds);
  const side = sideOf(low ?? Number.NaN, high ?? Number.NaN, than);
  const isDecided = isEnough && side !== null;
  const answer = isDecided ? (side === is ? "agrees" : "disagrees") : "not decided";
  return { answer, estimated, kind };
}

/** On which side of a number an interval lies; null if on neither. */
function sideOf(low: number, high: number, than: number): "less" | "more" | null {
  if (low > than) return "more";
  return high < than ? "less" : null;
}

function judgeComparisons({ variants }: Measured, holds: readonly Comparison[]): Verdict {
  const known = new Map(variants.map(({ name, outcomes }) => [name, outcomes]));
  const asked = holds.filter((one) => variantsOf(one).every((name) => known.has(name)));
  const seeds = (known.get(asked.length > 0 ? variantsOf(asked[0])[0] : "") ?? []).map(
    ({ seed }) => seed,
  );
  const outcomeOf = (name: string, seed: number) =>
    known.get(name)?.find((outcome) => outcome.seed === seed);
  const results = asked.map((one) =>
    seeds.map((seed) => result(one, (name) => outcomeOf(name, seed))),
  );
  const held = seeds.filter((_, i) => results.every((of) => of[i] === true)).length;
  const isEnough = seeds.length >= fewestSeeds;
  const agrees = isEnough && held === seeds.length;
  const disagrees = isEnough && results.some((of) => of.every((one) => one === false));
  return {
    answer: agrees ? "agrees" : disagrees ? "disagrees" : "not decided",
    held,
    of: seeds.length,
  };
}

/** agrees if all of them do, disagrees if one does. */
export function judge(measured: Measured, { statements }: Criterion): Answer {
  const answers = statements.map((statement) => judgeStatement(measured, statement).answer);
  if (answers.includes("disagrees")) return "disagrees";
  return answers.every((answer) => answer === "agrees") ? "agrees" : "not decided";
}

/** The variants that a comparison is about. */
export function variantsOf(comparison: Comparison): string[] {
  if ("understands" in comparison) return [comparison.of];
  const { of, per, than } = comparison;
  const other = typeof than === "number" ? [] : [than.of ?? [], than.per ?? []];
  return [of, per ?? [], ...other].flat();
}

/** Whether it holds for the outcomes of one seed; null if that cannot be said. */
function result(
  comparison: Comparison,
  outcomeOf: (variant: string) => Outcome | undefined,
): boolean | null {
  if ("understands" in comparison) {
    const outcome = outcomeOf(comparison.of);
    return outcome ? (outcome.generalisedAt !== null) === comparison.understands : null;
  }
  const { is, than, ...side } = comparison;
  const measured = ({ what, of, per }: Side) => {
    const values = [of].flat().map((name) => numberIn(outcomeOf(name), what));
    return Math.min(...values) / (per === undefined ? 1 : numberIn(outcomeOf(per), what));
  };
  const one = measured(side);
  const other =
    typeof than === "number" ? than : (than.times ?? 1) * measured({ ...side, ...than });
  if (Number.isNaN(one) || Number.isNaN(other) || one === other) return null;
  return is === "less" ? one < other : one > other;
}

/** Infinite for what was never reached, NaN for what was not read. */
function numberIn(outcome: Outcome | undefined, what: Quantity): number {
  if (!outcome) return Number.NaN;
  if (what === "memorisedAt" || what === "generalisedAt") {
    return outcome[what] ?? Number.POSITIVE_INFINITY;
  }
  return outcome.readings?.[what] ?? Number.NaN;
}
