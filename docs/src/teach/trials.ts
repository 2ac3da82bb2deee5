import { configOf, named, sizedBorders } from "@grokscape/experiments";
import { task } from "@grokscape/group-datasets";
import type { RunConfigInput } from "@grokscape/trainer";
import { searchNamed } from "../site/borders.ts";
import { claimNamed, variantNamed } from "../site/claims.ts";
import type { Exercise } from "./exercises.ts";
import type { Range } from "./mark.ts";

/** An exercise as a page runs it. */
export interface Trial {
  readonly value: Exercise["value"];
  readonly config: RunConfigInput;
  /** What was measured before: over seeds, or the interval of a border. */
  readonly measured: Range & { readonly middle: number; readonly runs: number };
  /** The largest number that can be said. */
  readonly largest: number;
}

/** @throws Error if the ledger has no such runs, or some of them never came so far */
export function trialOf(exercise: Exercise): Trial {
  const { value } = exercise;
  if (value === "count") {
    const { experiment, measured: found } = searchNamed(exercise.border);
    const { low, count, high, runs } = named(sizedBorders(experiment, found), exercise.variant);
    const config = configOf(experiment, named(experiment.variants, exercise.variant), 1);
    const measured = { least: low, middle: count, most: high, runs: runs.length };
    return { value, config, measured, largest: task(config.task).size - 1 };
  }
  const claim = claimNamed(exercise.claim);
  const { changes, outcomes } = variantNamed(claim, exercise.variant);
  const isShare = value === "testAccuracy";
  const values = outcomes
    .map((outcome) => (isShare ? 100 * outcome.testAccuracy! : outcome[value]))
    .sort((a, b) => a! - b!);
  if (values.some((value) => value === null)) throw new Error(`${exercise.id}: not all runs came`);
  const config = { ...claim.base, ...changes, seed: 1 } as RunConfigInput;
  const [least, middle, most] = [0, Math.ceil(values.length / 2) - 1, values.length - 1].map(
    (i) => values[i] as number,
  ) as [number, number, number];
  const largest = isShare ? 100 : (config.steps as number);
  return { value, config, measured: { least, middle, most, runs: values.length }, largest };
}
