import { InputError } from "@grokscape/group-datasets";
import { keys, valueAt } from "@grokscape/trainer/settings";
import { didYouMean } from "../nearest.ts";

/** What a run came to, as `StoreRun` of `@grokscape/experiments/node` has it. */
export interface ResultRun {
  readonly id: string;
  readonly state: string;
  readonly config?: object;
  readonly generalisedAt?: number | null;
}

/** What is told of a run beside its settings; `came`: whether it came to 99 % of what was held out. */
export const outcomeColumns = [
  "run",
  "state",
  "came",
  "steps",
  "memorisedAt",
  "memorisedFrom",
  "generalisedAt",
  "generalisedFrom",
  "trainAccuracy",
  "testAccuracy",
  "trainLoss",
  "testLoss",
  "weightsHash",
  "engine",
  "seconds",
  "startedAt",
  "why",
] as const;

/** What the examples allowed: columns of runs that `withLimits` gave, since they take milliseconds a split. */
export const limitColumns = ["bestAccuracy", "timesLimit"] as const;

const told: readonly string[] = [...outcomeColumns, ...limitColumns];
const columns: readonly string[] = [...told, ...keys];

/** @throws InputError for a name that no column has, with the nearest */
export function checkColumn(name: string): void {
  if (columns.includes(name)) return;
  throw new InputError(
    `there is no column ${JSON.stringify(name)}`,
    didYouMean(
      name,
      columns,
      `there are ${told.join(", ")} and the settings, such as split.fraction`,
    ),
  );
}

/** The value of a column; null where there is none. */
export function columnOf(run: ResultRun, name: string): unknown {
  if (name === "run") return run.id;
  if (name === "came") return came(run);
  const value = Object.hasOwn(run, name) ? valueAt(run, name) : valueAt(run.config, name);
  return value ?? null;
}

/** Whether a run that has ended came to 99 % of what was held out; null before. */
export const came = ({ state, generalisedAt = null }: ResultRun): boolean | null =>
  state === "goal" || state === "steps" || state === "diverged" ? generalisedAt !== null : null;

/** The settings in which runs differ, in the table's order; the seed is left out. */
export function varyingSettings(runs: readonly ResultRun[]): string[] {
  return keys.filter((key) => {
    if (key === "seed") return false;
    const first = JSON.stringify(columnOf(runs[0], key));
    return runs.some((run) => JSON.stringify(columnOf(run, key)) !== first);
  });
}
