import { type Citation, InputError } from "@grokscape/group-datasets";
import type { Words } from "@grokscape/theory";
import { type RunConfig, type RunConfigInput, runConfig } from "@grokscape/trainer";
import type { AlongName } from "./along.ts";
import type { PairReadingName } from "./pairs.ts";
import type { ReadingName } from "./readings.ts";
import type { Statement } from "./statement.ts";

/** A question and the runs that answer it: a base config, variants that change parts of it, and seeds. Plain JSON. */
export interface Experiment {
  readonly id: string;
  readonly title: Words;
  /** What is asked, in a sentence or two. */
  readonly question: Words;
  readonly base: RunConfigInput;
  readonly variants: readonly Variant[];
  readonly seeds: readonly number[];
  /** Numbers to read off each network while it trains. */
  readonly readings?: readonly ReadingName[];
  /** Numbers to read off each network again and again. */
  readonly along?: readonly AlongName[];
  /** Numbers to read off every two networks of one seed. */
  readonly compared?: readonly PairReadingName[];
  /** Whether the curve of each variant's first seed is kept. */
  readonly curves?: true;
  /**
   * Makes the experiment a race: a variant fails once more than so many of its seeds have missed a test
   * accuracy of 99 %. Its other seeds are then not trained, nor are the variants `after` it.
   */
  readonly mayMiss?: number;
  /** By what its runs are judged, where the question is whether something comes out. */
  readonly criterion?: Criterion;
}

/** What is expected of runs, and how we tell whether they show it; written before them. Plain JSON. */
export interface Criterion {
  /** The work that says so; none of an expectation of our own. */
  readonly work?: Citation;
  /** What the work shows, or what we expect. */
  readonly shows: Words;
  readonly statements: readonly Statement[];
  /** The work's own size, where the experiment is a smaller one that takes minutes. */
  readonly full?: Pick<Experiment, "base" | "variants" | "seeds">;
}

/** One setting: what it changes of the base. */
export interface Variant {
  /** In symbols, since it is the same in every language: "η = 0". */
  readonly name: string;
  readonly changes: Partial<RunConfigInput>;
  /** Name of a variant that must not fail for this one to be trained. */
  readonly after?: string;
}

/** One run of an experiment. */
export interface PlannedRun {
  readonly variant: string;
  readonly seed: number;
  readonly config: RunConfig;
}

/** @throws InputError if the settings make no run */
export const configOf = (
  { base }: Pick<Experiment, "base">,
  { changes }: Variant,
  seed: number,
): RunConfig => runConfig({ ...base, ...changes, seed });

/**
 * The runs to train next; none once the experiment is complete. In a race these are only the runs that are
 * needed whatever the others come to.
 *
 * @param came whether a run reached a test accuracy of 99 %; undefined if it is not trained yet
 */
export function due(
  experiment: Experiment,
  seeds: readonly number[],
  came: (variant: string, seed: number) => boolean | undefined,
): PlannedRun[] {
  const { variants, mayMiss = Number.POSITIVE_INFINITY } = experiment;
  const misses = (variant: string) => seeds.filter((seed) => came(variant, seed) === false).length;
  const left = (variant: string) => seeds.filter((seed) => came(variant, seed) === undefined);
  const passed = (variant: string) => left(variant).length === 0 && misses(variant) <= mayMiss;
  return variants
    .filter(({ after }) => after === undefined || passed(after))
    .flatMap((variant) =>
      left(variant.name)
        .slice(0, Math.max(0, mayMiss + 1 - misses(variant.name)))
        .map((seed) => ({
          variant: variant.name,
          seed,
          config: configOf(experiment, variant, seed),
        })),
    );
}

/** The one of this name. @throws InputError that lists the names there are */
export function named<Named extends { readonly name: string }>(
  all: readonly Named[],
  name: string,
): Named {
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const names = all.map((one) => one.name).join(", ");
  throw new InputError(`there is no ${JSON.stringify(name)}`, `there are ${names}`);
}
