import { columnOf, type Group, type ResultRun } from "@grokscape/experiments";

/** Results as rows of values, by their columns: what is written to files. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What is told of runs where nothing else is asked for. */
const usual = ["state", "memorisedAt", "generalisedAt", "testAccuracy"];

/** What groups are told of where nothing else is asked for. */
export const usualMedians: readonly string[] = ["memorisedAt", "generalisedAt"];

/**
 * A row a run.
 *
 * @param varied settings that are told where no columns are chosen
 */
export function recordsOfRuns(
  runs: readonly ResultRun[],
  varied: readonly string[],
  chosen?: readonly string[],
): Records {
  const columns = chosen ?? ["run", ...varied, "seed", ...usual];
  return { columns, rows: runs.map((run) => columns.map((name) => columnOf(run, name))) };
}

/** A row a group of runs. */
export function recordsOfGroups(
  groups: readonly Group[],
  by: readonly string[],
  of: readonly string[],
): Records {
  const columns = [
    ...by,
    ...["runs", "came", "share", "shareLow", "shareHigh"],
    ...of.flatMap((name) => [name, `${name}Low`, `${name}High`]),
  ];
  const rows = groups.map(({ values, runs, came, share, medians }) => [
    ...by.map((name) => values[name]),
    ...[runs, came, share.value, share.low, share.high],
    ...of.flatMap((name) => [medians[name].median, medians[name].low, medians[name].high]),
  ]);
  return { columns, rows };
}
