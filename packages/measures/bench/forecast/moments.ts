import { task } from "@grokscape/group-datasets";
import { type MetricRow, milestones } from "@grokscape/trainer";
import { curveFeatures } from "../../src/forecast/curve-features.ts";
import { settingOf } from "../../src/forecast/forecast.ts";
import type { PlannedRun } from "./plan.ts";

/** A run, as a line of the runs file. */
export interface FinishedRun extends PlannedRun {
  /** Name and numeric version: the same give the same rows. */
  readonly engine: string;
  readonly rows: readonly MetricRow[];
}

/** A run at one moment, when it had not generalised yet. */
export interface Moment {
  readonly run: number;
  readonly task: string;
  readonly heldOut: boolean;
  readonly at: number;
  readonly features: readonly number[];
  /** null: not within the horizon. */
  readonly grokkedAt: number | null;
  /** 1 over the moments of the run, so that every run counts the same. */
  readonly weight: number;
}

const instants = [100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400];

/** The moments at which a forecast of this run could be asked for. */
export function momentsOf({ number, heldOut, config, rows }: FinishedRun): Moment[] {
  const { generalisedFrom: grokkedAt } = milestones(rows);
  const open = instants.filter((at) => grokkedAt === null || at < grokkedAt);
  const setting = settingOf(config, task(config.task));
  return open.map((at) => ({
    run: number,
    task: config.task,
    heldOut,
    at,
    features: curveFeatures(
      setting,
      rows.filter(({ step }) => step <= at),
    ),
    grokkedAt,
    weight: 1 / open.length,
  }));
}
