import { createRequire } from "node:module";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { checksumOfRows } from "../identity.ts";
import type { TakenReading } from "../reader.ts";
import { type Milestones, milestones } from "../record/milestones.ts";
import type { MetricRow, RunRecord } from "../record/record.ts";
import { checkpointSteps } from "./checkpoints.ts";
import { type AskedRun, readConfigFile } from "./config-file.ts";
import { json, parseJson, readText } from "./json-file.ts";
import { readMetrics } from "./metrics-file.ts";
import { readReadings } from "./readings-file.ts";
import { RunFolderError, restoreOrTrainAnew } from "./run-folder-error.ts";

/** Where and how long the process that ended a run trained: for reports, not part of its bytes. */
export interface RunSession {
  /** When training began, ISO 8601. */
  readonly startedAt: string;
  /** The step it began at: 0, or where it was resumed. */
  readonly fromStep: number;
  readonly seconds: number;
  readonly versions: { readonly node: string; readonly trainer: string };
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly platform: string;
  };
}

/** A run as its folder tells it. */
export interface StoredRun extends AskedRun {
  readonly folder: string;
  /** The step it can be resumed from; 0 before the first checkpoint. */
  readonly resumableFrom: number;
  /** The rows measured so far. */
  readonly metrics: readonly MetricRow[];
  /** What these rows have reached. */
  readonly milestones: Milestones;
  /** What was read off the network on the way; nothing where nothing was to be. */
  readonly readings: readonly TakenReading[];
  /** How it ended; null while it is under way, or if its process was killed. */
  readonly record: RunRecord | null;
  readonly session: RunSession | null;
}

const step = z.int().check(z.gte(0));

const summarySchema = z.strictObject({
  id: z.string(),
  stopped: z.enum(["steps", "goal", "aborted"]),
  steps: step,
  memorisedAt: z.nullable(step),
  memorisedFrom: z.optional(z.nullable(step)),
  generalisedAt: z.nullable(step),
  generalisedFrom: z.optional(z.nullable(step)),
  weightsHash: z.string(),
  rows: z.optional(z.string()),
  session: z.strictObject({
    startedAt: z.string(),
    fromStep: step,
    seconds: z.number(),
    versions: z.strictObject({ node: z.string(), trainer: z.string() }),
    machine: z.strictObject({ cpu: z.string(), cores: z.int(), platform: z.string() }),
  }),
});

/**
 * Reads a run folder, whatever another process does there meanwhile; changes nothing in it.
 *
 * @throws RunFolderError if it is missing or damaged, or its parts are not of one run; it names the file
 */
export async function readRun(folder: string): Promise<StoredRun> {
  const { id, ...asked } = await readConfigFile(folder);
  const { metrics, summary } = await readOutcome(folder, asked);
  const path = join(folder, "summary.json");
  if (summary && summary.id !== id) {
    throw new RunFolderError(
      `${path} is of the run ${summary.id}, not of ${id}`,
      restoreOrTrainAnew,
    );
  }
  const { session = null, rows, ...outcome } = summary ?? {};
  const reached = milestones(metrics, summary !== undefined && summary.stopped !== "aborted");
  if (summary && rows !== undefined) {
    if (rows !== checksumOfRows(metrics)) {
      throw new RunFolderError(
        `${join(folder, "metrics.jsonl")} has been changed: its rows are not those that were measured`,
        restoreOrTrainAnew,
      );
    }
    for (const [name, told] of Object.entries(reached)) {
      const { [name as keyof Milestones]: kept = told } = summary;
      if (kept === told) continue;
      throw new RunFolderError(
        `${path} has been changed: ${name} is ${kept}, the rows say ${told}`,
        restoreOrTrainAnew,
      );
    }
  }
  const { config, engine, links } = asked;
  return {
    folder,
    ...asked,
    resumableFrom: (await checkpointSteps(folder)).at(-1) ?? 0,
    metrics,
    milestones: reached,
    readings: await readReadings(join(folder, "readings.jsonl")),
    record: summary
      ? ({ ...outcome, ...reached, config, ...(links && { links }), engine, metrics } as RunRecord)
      : null,
    session,
  };
}

/** Rows and summary that belong together: read again if the summary changed meanwhile. */
async function readOutcome(folder: string, { config }: AskedRun) {
  const path = join(folder, "summary.json");
  let text = await readText(path);
  for (;;) {
    const metrics = await readMetrics(join(folder, "metrics.jsonl"), config.evaluateEvery);
    const now = await readText(path);
    if (now === text) {
      return {
        metrics,
        summary: text === undefined ? undefined : parseJson(path, text, summarySchema),
      };
    }
    text = now;
  }
}

/**
 * The text of a folder's `summary.json`.
 *
 * @param rows checksum of the record's rows
 */
export function summaryFile(record: RunRecord, rows: string, session: RunSession): string {
  const { config: _config, engine: _engine, links: _links, metrics: _metrics, ...outcome } = record;
  return json({ ...outcome, rows, session });
}

/** Versions and machine of this process, as a summary keeps them. */
export function describeHere(): Pick<RunSession, "versions" | "machine"> {
  const { version } = createRequire(import.meta.url)("@grokscape/trainer/package.json");
  return {
    versions: { node: process.versions.node, trainer: version },
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      platform: `${platform()} ${arch()}`,
    },
  };
}
