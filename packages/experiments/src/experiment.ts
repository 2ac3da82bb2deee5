import { InputError } from "@grokscape/group-datasets";
import type { Words } from "@grokscape/theory";
import { type RunConfig, type RunConfigInput, runConfig } from "@grokscape/trainer";
import type { ReadingName } from "./readings.ts";

/** A question with its settings: one run, under a few variants, each with a few seeds. Plain JSON. */
export interface Experiment {
  readonly id: string;
  readonly title: Words;
  /** What is asked, in a sentence or two. */
  readonly question: Words;
  readonly base: RunConfigInput;
  readonly variants: readonly Variant[];
  readonly seeds: readonly number[];
  /** What is read off each network besides. */
  readonly readings?: readonly ReadingName[];
  /** Whether the curve of the first run is kept. */
  readonly curve?: true;
  /**
   * Of a race, in which what is trained depends on what came: how many seeds of a variant may miss
   * 99 %. Once more have, its other seeds are not trained, nor what comes after it.
   */
  readonly mayMiss?: number;
}

/** One setting: where it differs from the base. */
export interface Variant {
  /** In signs that every language reads: "η = 0". */
  readonly name: string;
  readonly changes: Partial<RunConfigInput>;
  /** The variant without whose success this one is not tried. */
  readonly after?: string;
}

/** One run of an experiment. */
export interface PlannedRun {
  readonly variant: string;
  readonly seed: number;
  readonly config: RunConfig;
}

/** @throws InputError if the settings make no run */
export const configOf = ({ base }: Experiment, { changes }: Variant, seed: number): RunConfig =>
  runConfig({ ...base, ...changes, seed });

/**
 * The runs that are needed next, whatever comes of them; none once the experiment is done.
 *
 * @param came whether a run came to 99 % of what was held out; undefined where it is not trained yet
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

/** @throws InputError naming those there are */
export function named<Named extends { readonly name: string }>(
  all: readonly Named[],
  name: string,
): Named {
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const names = all.map((one) => one.name).join(", ");
  throw new InputError(`there is no ${JSON.stringify(name)}`, `there are ${names}`);
}
