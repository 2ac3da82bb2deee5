import { isAbelian, type Task, trainCount } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import { type Key, keys, textAt } from "@grokscape/trainer/settings";
import type { EarlierRun, MilestoneGroup, PhaseTrial } from "@grokscape/viz";
import { earlierRun } from "../live/earlier-runs.ts";
import type { Run } from "./handed-in.ts";

/** What decides how long a run may last and how often it is looked at, not what it is. */
const beside: readonly Key[] = ["seed", "steps", "evaluateEvery", "goal.testAccuracy", "goal.hold"];

/** What tells runs apart: two that are the same in this are the same run. */
export const identity = (config: RunConfig): string =>
  keys.map((key) => textAt(config, key)).join("\n");

/** Runs without those that are there already, and how many those were. */
export function distinct(runs: readonly Run[]): {
  readonly runs: readonly Run[];
  readonly repeated: number;
} {
  const all = new Map<string, Run>();
  for (const run of runs) {
    const id = identity(run.config);
    if (!all.has(id)) all.set(id, run);
  }
  return { runs: [...all.values()], repeated: runs.length - all.size };
}

/** The settings in which runs differ, besides their seeds. */
export const differing = (runs: readonly Run[]): readonly Key[] =>
  keys.filter(
    (key) =>
      !beside.includes(key) && new Set(runs.map(({ config }) => textAt(config, key))).size > 1,
  );

/** Names a setting. */
type NameOf = (key: Key) => string;

/** Runs of the same settings together, in the order of their values. */
function grouped(runs: readonly Run[], by: readonly Key[], nameOf: NameOf) {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = JSON.stringify(by.map((key) => textAt(run.config, key)));
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups]
    .map(([key, runs]) => ({ values: JSON.parse(key) as string[], runs }))
    .sort((a, b) => compared(a.values, b.values))
    .map(({ values, runs }) => ({
      name: by.map((key, i) => `${nameOf(key)} ${values[i] || "–"}`).join(", "),
      runs,
    }));
}

/** When the runs of each setting memorised and understood. */
export const groupsOf = (
  runs: readonly Run[],
  by: readonly Key[],
  nameOf: NameOf,
): readonly MilestoneGroup[] =>
  grouped(runs, by, nameOf).map(({ name, runs }) => ({
    name,
    runs: runs.map(({ memorisedAt, generalisedAt, steps }) => ({
      memorisedAt,
      generalisedAt,
      steps,
    })),
  }));

/** The curve of the least seed of each setting. */
export const curvesOf = (
  runs: readonly Run[],
  by: readonly Key[],
  nameOf: NameOf,
): readonly EarlierRun[] =>
  grouped(runs, by, nameOf).map(({ name, runs }) =>
    earlierRun(
      name,
      runs.reduce((least, run) => (run.config.seed < least.config.seed ? run : least)),
    ),
  );

function compared(one: readonly string[], other: readonly string[]): number {
  for (const [i, text] of one.entries()) {
    const [a, b] = [Number(text), Number(other[i])];
    const difference =
      Number.isNaN(a) || Number.isNaN(b) ? text.localeCompare(other[i] as string, "en") : a - b;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** For each table and number of examples shown, how many runs understood; of tables of groups alone. */
export function trialsOf(
  runs: readonly Run[],
  tasks: ReadonlyMap<string, Task>,
): readonly PhaseTrial[] {
  const trials = new Map<string, { task: Task; p: number; of: Run[] }>();
  for (const run of runs) {
    const task = tasks.get(run.config.task);
    if (!task?.group) continue;
    const p = Number((trainCount(task, run.config.split) / task.size).toPrecision(5));
    const key = `${task.id} ${p}`;
    const trial = trials.get(key) ?? { task, p, of: [] };
    trial.of.push(run);
    trials.set(key, trial);
  }
  return [...trials.values()].map(({ task, p, of }) => ({
    x: task.classes,
    p,
    runs: of.length,
    generalised: of.filter(({ generalisedAt }) => generalisedAt !== null).length,
    mark: task.group && isAbelian(task.group) ? "disc" : "square",
  }));
}

export type PictureName = "spread" | "each" | "curves" | "phase";

/** More curves than this cannot be told apart. */
const mostCurves = 6;

/** What can be seen of such runs at once; the first suits best. */
export function picturesOf(
  runs: readonly Run[],
  trials: readonly PhaseTrial[],
): readonly PictureName[] {
  if (runs.length === 0) return [];
  const by = differing(runs);
  if (by.length === 0) return ["curves", "spread"];
  const isFew = grouped(runs, by, String).length <= mostCurves;
  return [
    "spread",
    ...(isFew ? (["each"] as const) : []),
    ...(trials.length > 1 ? (["phase"] as const) : []),
  ];
}
