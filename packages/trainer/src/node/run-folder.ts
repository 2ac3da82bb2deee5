import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { join } from "node:path";
import canonicalize from "canonicalize";
import * as z from "zod/mini";
import type { RunConfig } from "../config/config.ts";
import { runConfigSchema } from "../config/schema.ts";
import type { Engine } from "../engine/engine.ts";
import type { MetricRow, RunRecord } from "../record.ts";
import { checkpointSteps } from "./checkpoints.ts";
import { readMetrics } from "./metrics-file.ts";
import { onDisk, RunFolderError } from "./run-folder-error.ts";

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
export interface StoredRun {
  readonly folder: string;
  readonly config: RunConfig;
  readonly engine: Pick<Engine, "name" | "numericVersion">;
  /** Names of the links that train in place of the config's optimiser, if any do. */
  readonly links?: readonly string[];
  /** The step it can be resumed from; 0 before the first checkpoint. */
  readonly resumableFrom: number;
  /** The rows measured so far. */
  readonly metrics: readonly MetricRow[];
  /** How it ended; null while it is under way, or if its process was killed. */
  readonly record: RunRecord | null;
  readonly session: RunSession | null;
}

const engineSchema = z.strictObject({ name: z.string(), numericVersion: z.string() });

const configFileSchema = z.strictObject({
  config: runConfigSchema,
  engine: engineSchema,
  links: z.optional(z.array(z.string())),
});

const step = z.int().check(z.gte(0));

const summarySchema = z.strictObject({
  id: z.string(),
  stopped: z.enum(["steps", "goal", "aborted"]),
  steps: step,
  memorisedAt: z.nullable(step),
  generalisedAt: z.nullable(step),
  weightsHash: z.string(),
  session: z.strictObject({
    startedAt: z.string(),
    fromStep: step,
    seconds: z.number(),
    versions: z.strictObject({ node: z.string(), trainer: z.string() }),
    machine: z.strictObject({ cpu: z.string(), cores: z.int(), platform: z.string() }),
  }),
});

/**
 * Reads a run folder; changes nothing in it.
 *
 * @throws RunFolderError if it is missing or damaged, naming the file
 */
export async function readRun(folder: string): Promise<StoredRun> {
  const asked = await readJson(join(folder, "config.json"), configFileSchema);
  if (!asked) {
    throw new RunFolderError(`${folder} is no run folder`, "it should hold a config.json");
  }
  const { config, engine, links } = asked;
  const metrics = await readMetrics(join(folder, "metrics.jsonl"), config.evaluateEvery);
  const summary = await readJson(join(folder, "summary.json"), summarySchema);
  const { session = null, ...outcome } = summary ?? {};
  return {
    folder,
    config,
    engine,
    ...(links && { links }),
    resumableFrom: (await checkpointSteps(folder)).at(-1) ?? 0,
    metrics,
    record: summary
      ? ({ ...outcome, config, ...(links && { links }), engine, metrics } as RunRecord)
      : null,
    session,
  };
}

/** The text of a folder's `config.json`. */
export function configFile({
  config,
  engine: { name, numericVersion },
  links,
}: Pick<StoredRun, "config" | "engine" | "links">): string {
  return json({ config, engine: { name, numericVersion }, links });
}

/** The text of a folder's `summary.json`. */
export function summaryFile(record: RunRecord, session: RunSession): string {
  const { config: _config, engine: _engine, links: _links, metrics: _metrics, ...outcome } = record;
  return json({ ...outcome, session });
}

/** Whether two runs are the same one: same config, same arithmetic, same links. */
export function isSameRun(
  a: Pick<StoredRun, "config" | "engine" | "links">,
  b: Pick<StoredRun, "config" | "engine" | "links">,
): boolean {
  const essence = ({ config, engine: { name, numericVersion }, links }: typeof a) =>
    canonicalize({ config, name, numericVersion, links });
  return essence(a) === essence(b);
}

/** This process and this machine. */
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

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function readJson<T>(path: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  const text = await onDisk(`read ${path}`, () =>
    readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    }),
  );
  if (text === undefined) return undefined;
  const damaged = (why: string) =>
    new RunFolderError(
      `${path} is damaged: ${why}`,
      "restore it from a copy, or remove the run's folder to train anew",
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged("it is no JSON");
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw damaged(`${result.error.issues[0].path.join(".") || "it"} has not the form it should have`);
}
