import { columnOf, type Group, type ResultRun } from "@grokscape/experiments";
import { type Key, keys, settingOf } from "@grokscape/trainer/settings";

/** What the values of a column are, beside null. */
export type Kind = "whole" | "number" | "flag" | "time" | "text";

/** Results as rows of values, by their columns: what is written to files. */
export interface Records {
  readonly columns: readonly string[];
  /** One for each column, the same whatever values there are. */
  readonly kinds: readonly Kind[];
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
  return {
    columns,
    kinds: columns.map(kindOf),
    rows: runs.map((run) => columns.map((name) => columnOf(run, name))),
  };
}

/** A row a group of runs. */
export function recordsOfGroups(
  groups: readonly Group[],
  by: readonly string[],
  of: readonly string[],
): Records {
  const counts = ["runs", "came"];
  const numbers = [
    ...["share", "shareLow", "shareHigh"],
    ...of.flatMap((name) => [name, `${name}Low`, `${name}High`]),
  ];
  const rows = groups.map(({ values, runs, came, share, medians }) => [
    ...by.map((name) => values[name]),
    ...[runs, came, share.value, share.low, share.high],
    ...of.flatMap((name) => [medians[name].median, medians[name].low, medians[name].high]),
  ]);
  return {
    columns: [...by, ...counts, ...numbers],
    kinds: [
      ...by.map(kindOf),
      ...counts.map((): Kind => "whole"),
      ...numbers.map((): Kind => "number"),
    ],
    rows,
  };
}

const outcomeKinds: Readonly<Record<string, Kind>> = {
  ...{ run: "text", state: "text", weightsHash: "text", engine: "text", why: "text" },
  ...{ came: "flag", startedAt: "time" },
  ...{ steps: "whole", memorisedAt: "whole", memorisedFrom: "whole" },
  ...{ generalisedAt: "whole", generalisedFrom: "whole" },
};

/** Of a run's column; outcomes that are not listed are numbers. */
function kindOf(name: string): Kind {
  if (!(keys as readonly string[]).includes(name)) return outcomeKinds[name] ?? "number";
  const { form } = settingOf(name as Key);
  if (form.form === "number") return form.whole ? "whole" : "number";
  return form.form === "flag" ? "flag" : "text";
}
