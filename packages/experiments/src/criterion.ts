import type { Criterion, Experiment } from "./experiment.ts";
import type { Claim, Outcome } from "./outcome.ts";
import type { Comparison, Quantity, Side, Statement } from "./statement.ts";

export type Answer = "agrees" | "disagrees" | "not decided";

export interface Verdict {
  readonly answer: Answer;
  /** In how many seeds all comparisons hold, and of how many. */
  readonly held: number;
  readonly of: number;
}

/** With fewer seeds nothing is decided. */
export const fewestSeeds = 3;

/** The experiment in its work's own size; null if it has one size. */
export function fullSize(experiment: Experiment): Experiment | null {
  const { id, criterion } = experiment;
  return criterion?.full ? { ...experiment, ...criterion.full, id: `${id}-full` } : null;
}

type Measured = Pick<Claim, "variants">;

/**
 * agrees: every comparison holds in every seed. disagrees: one holds in none. Else, or with less than three
 * seeds, not decided.
 */
export function judgeStatement({ variants }: Measured, { holds }: Statement): Verdict {
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
