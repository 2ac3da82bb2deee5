import { join } from "node:path";
import { groupRuns } from "@grokscape/experiments";
import type { StoreRun } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import { readRun } from "@grokscape/trainer/node";
import { type Key, keys, settingOf } from "@grokscape/trainer/settings";
import { grokkingCurve, milestoneSpread, PictureError, type PictureOptions } from "@grokscape/viz";
import { cell } from "./cells.ts";

/** Curves of more runs are a grey wall. */
const mostCurves = 200;

/** Draws with the options it is given, as often as it is asked. */
export type Draw = (options: PictureOptions) => SVGSVGElement;

/**
 * A picture of results: when the runs of each group memorised and understood; where there is one group only,
 * the curves of its runs.
 *
 * @param by columns whose values make the groups
 * @param folderOf where a run's folder is
 */
export async function pictureOf(
  runs: readonly StoreRun[],
  by: readonly string[],
  folderOf: (run: StoreRun) => string,
): Promise<Draw> {
  const groups = groupRuns(runs, by, []);
  if (groups.length > 1) {
    const drawnGroups = groups.map(({ values, members }) => ({
      name: by.map((name) => `${shortName(name)} ${cell(name, values[name])}`).join(", "),
      runs: members.map(({ memorisedAt = null, generalisedAt = null, steps = 0 }) => ({
        memorisedAt,
        generalisedAt,
        steps,
      })),
    }));
    return drawn((options) => milestoneSpread(drawnGroups, options));
  }
  const withCurves = runs.filter(({ config }) => config).slice(0, mostCurves);
  const records = await Promise.all(
    withCurves.map(async (run) => {
      const { metrics, milestones } = await readRun(folderOf(run));
      return { metrics, ...milestones };
    }),
  );
  return drawn((options) => grokkingCurve(records, options));
}

const shortName = (name: string): string =>
  (keys as readonly string[]).includes(name) ? settingOf(name as Key).option : name;

/** Tells what a picture cannot show as what a user can cause. */
export const drawn =
  (draw: Draw): Draw =>
  (options) => {
    try {
      return draw(options);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      throw new InputError(
        `no picture of these results: ${error.message}`,
        "--by groups by fewer columns, --where takes fewer runs",
      );
    }
  };

/** The folder of a run, in the first of several stores that has it. */
export function folderIn(
  stores: readonly { readonly folder: string; readonly runs: readonly StoreRun[] }[],
): (run: StoreRun) => string {
  const folders = new Map(
    stores.toReversed().flatMap(({ folder, runs }) => runs.map(({ id }) => [id, folder] as const)),
  );
  return ({ id }) => join(folders.get(id) as string, id);
}
