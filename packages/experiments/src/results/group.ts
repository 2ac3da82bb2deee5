import { wilsonInterval } from "@grokscape/theory";
import { came, columnOf, type ResultRun } from "./columns.ts";
import { type Interval, median, medianInterval } from "./statistics.ts";

/** What several runs with the same values came to. Plain JSON. */
export interface Group<Run extends ResultRun = ResultRun> {
  readonly members: readonly Run[];
  /** By the columns' names. */
  readonly values: Readonly<Record<string, unknown>>;
  /** How many have ended: its members. */
  readonly runs: number;
  /** Those of them that came to 99 % of what was held out, and Wilson's 95 % interval of their share. */
  readonly came: number;
  readonly share: { readonly value: number; readonly low: number; readonly high: number };
  /** Of each column asked for: the median of all, those that came to none as later, and its 95 % interval. */
  readonly medians: Readonly<Record<string, { readonly median: number | null } & Interval>>;
}

/**
 * Groups runs that have the same values, in ascending order of these, and says what each group came to.
 *
 * @param by columns whose values make the groups; none: all are one
 * @param of columns of numbers whose medians are wanted
 */
export function groupRuns<Run extends ResultRun>(
  runs: readonly Run[],
  by: readonly string[],
  of: readonly string[],
): Group<Run>[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    if (came(run) === null) continue;
    const name = JSON.stringify(by.map((column) => columnOf(run, column)));
    const group = groups.get(name);
    if (group) group.push(run);
    else groups.set(name, [run]);
  }
  const found = [...groups.values()].map((group): Group<Run> => {
    const reached = group.filter((run) => came(run)).length;
    const numbers = (column: string) =>
      group.map((run) => {
        const value = columnOf(run, column);
        return typeof value === "number" ? value : null;
      });
    const value = reached / group.length;
    return {
      members: group,
      values: Object.fromEntries(by.map((column) => [column, columnOf(group[0], column)])),
      runs: group.length,
      came: reached,
      share: { value, ...wilsonInterval(reached, group.length) },
      medians: Object.fromEntries(
        of.map((column) => [
          column,
          { median: median(numbers(column)), ...medianInterval(numbers(column)) },
        ]),
      ),
    };
  });
  return found.sort((a, b) => compareAll(by.map((column) => [a.values[column], b.values[column]])));
}

/** Runs in ascending order of some columns, of the first one first. */
export function sortRuns<Run extends ResultRun>(
  runs: readonly Run[],
  by: readonly string[],
): Run[] {
  const withValues = runs.map((run) => ({ run, values: by.map((name) => columnOf(run, name)) }));
  return withValues
    .sort((a, b) => compareAll(a.values.map((value, i) => [value, b.values[i]])))
    .map(({ run }) => run);
}

function compareAll(pairs: readonly (readonly [unknown, unknown])[]): number {
  for (const [a, b] of pairs) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers before texts, both ascending; null first. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const rank = (value: unknown) => (value === null ? 0 : typeof value === "number" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : Number(JSON.stringify(a) > JSON.stringify(b));
}
