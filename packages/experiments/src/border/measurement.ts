import { InputError } from "@grokscape/group-datasets";
import { type RunConfig, type RunRecord, runConfig } from "@grokscape/trainer";
import { changed } from "@grokscape/trainer/settings";
import { configOf, type Experiment, type Variant } from "../experiment.ts";
import type { BorderQuestion } from "./question.ts";
import { type Border, beginSearch, observe, type PlacedRun, probabilities } from "./search.ts";

/** A run of a search, and what came of it. */
export interface BorderRun extends PlacedRun {
  /** The first measured step at which the goal was reached; null if that never was. */
  readonly cameAt: number | null;
  /** SHA-256 of the final weights, hex; none of a run that diverged. */
  readonly weightsHash?: string;
}

/** The border of one variant, and the runs that show it, in the order in which they were taken in. */
export interface MeasuredBorder {
  readonly name: string;
  readonly border: Border;
  readonly runs: readonly BorderRun[];
}

/** What a search for borders came to, where, when and by which command. Plain JSON. */
export interface BorderMeasurement {
  readonly experiment: string;
  readonly question: BorderQuestion;
  readonly command: string;
  readonly machine: string;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly variants: readonly MeasuredBorder[];
}

/** What of an experiment a search for borders reads: it brings seeds of its own. */
export type BorderExperiment = Pick<Experiment, "id" | "base" | "variants">;

/**
 * The config of one run of a search. It ends once the goal is reached.
 *
 * @throws InputError if the settings make no run
 */
export function borderConfig(
  experiment: BorderExperiment,
  variant: Variant,
  { over, goal }: BorderQuestion,
  { value, seed }: PlacedRun,
): RunConfig {
  const config = configOf(experiment, variant, seed);
  return runConfig({ ...changed(config, over, value), goal: { testAccuracy: goal, hold: 0 } });
}

/** When a run came. */
export const cameAt = ({ metrics }: Pick<RunRecord, "metrics">, goal: number): number | null =>
  metrics.find(({ testAccuracy }) => testAccuracy >= goal)?.step ?? null;

/**
 * Walks the search once more by its outcomes alone.
 *
 * @returns where it parts from what was measured, in words; null if every decision and the border are
 * the same
 */
export function replayed(
  question: BorderQuestion,
  { border, runs }: MeasuredBorder,
): string | null {
  let search = beginSearch(question);
  for (const [i, { value, seed, cameAt }] of runs.entries()) {
    const placed = search.border.state === "open" ? search.placed[i] : undefined;
    if (placed?.value !== value || placed.seed !== seed) {
      const there = `run ${i + 1} has ${question.over} ${value} and seed ${seed}`;
      return `${there}, the search ${placed ? `places it at ${placed.value} with seed ${placed.seed}` : "was over before it"}`;
    }
    search = observe(search, cameAt !== null);
  }
  const { state, at, low, high } = search.border;
  const isSame = [
    state === border.state,
    at === border.at,
    low === border.low,
    high === border.high,
  ];
  return isSame.every(Boolean) ? null : "its outcomes come to another border";
}

/** How probable it is that a run comes, by the runs of a search, in the order of the values. */
export const transitionCurve = (question: BorderQuestion, runs: readonly BorderRun[]) =>
  probabilities(
    runs.reduce((search, { cameAt }) => observe(search, cameAt !== null), beginSearch(question)),
  );

/**
 * Measurements of one question as one, such as of parts of a sweep. A border that several have is the same
 * in all of them.
 *
 * @param measurements at least one, by the names of where they are kept
 * @throws InputError naming those that differ
 */
export function together(measurements: ReadonlyMap<string, BorderMeasurement>): BorderMeasurement {
  const [[firstPlace, first]] = measurements;
  const found = new Map<string, { readonly place: string; readonly border: MeasuredBorder }>();
  for (const [place, { experiment, question, variants }] of measurements) {
    const asks = (one: Pick<BorderMeasurement, "experiment" | "question">) =>
      JSON.stringify([one.experiment, one.question]);
    if (asks({ experiment, question }) !== asks(first)) {
      throw new InputError(
        `${place} answers another question than ${firstPlace}`,
        "results of each alone; or remove what is of a file that has been changed since",
      );
    }
    for (const border of variants) {
      const before = found.get(border.name);
      if (before && JSON.stringify(before.border) !== JSON.stringify(border)) {
        throw new InputError(
          `${border.name} has another border in ${place} than in ${before.place}`,
          "one of them was changed, or made by another arithmetic: look for it anew",
        );
      }
      if (!before) found.set(border.name, { place, border });
    }
  }
  const all = [...measurements.values()];
  const each = (name: "command" | "machine") =>
    [...new Set(all.map((one) => one[name]))].join("; ");
  return {
    ...first,
    command: each("command"),
    machine: each("machine"),
    date: all
      .map(({ date }) => date)
      .toSorted()
      .at(-1) as string,
    variants: [...found.values()].map(({ border }) => border),
  };
}

/** Where borders measured anew and those of the ledger part: of each variant the first run that is another. */
export function borderDifferences(
  ledger: BorderMeasurement,
  measured: BorderMeasurement,
): string[] {
  return measured.variants.flatMap(({ name, runs }) => {
    const known = ledger.variants.find((variant) => variant.name === name)?.runs ?? [];
    const i = runs.findIndex((run, i) => !isSameRun(run, known[i]));
    if (i === -1 && runs.length === known.length) return [];
    const there = known[i] ? `in the ledger ${told(known[i])}` : "the ledger has fewer";
    return [
      i === -1
        ? `${name}: the ledger has more runs`
        : `${name}, run ${i + 1}: ${told(runs[i])}, ${there}`,
    ];
  });
}

const isSameRun = (one: BorderRun, other: BorderRun | undefined) =>
  one.value === other?.value && one.seed === other.seed && one.weightsHash === other.weightsHash;

const told = ({ value, seed, cameAt, weightsHash }: BorderRun) =>
  `at ${value} with seed ${seed} ${cameAt === null ? "never came" : `came at step ${cameAt}`} (weights ${weightsHash?.slice(0, 8) ?? "diverged"})`;
