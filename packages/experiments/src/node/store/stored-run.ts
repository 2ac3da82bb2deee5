import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import type { MetricRow, Milestones, RunConfig } from "@grokscape/trainer";
import { checkpointSteps, readRun } from "@grokscape/trainer/node";

/**
 * Where a run of a store stands: it came to its goal, made all its steps, diverged, was stopped or killed
 * before its end (or is under way), or its folder is damaged.
 */
export type RunState = "goal" | "steps" | "diverged" | "unfinished" | "damaged";

type Last = Pick<MetricRow, "trainAccuracy" | "testAccuracy" | "trainLoss" | "testLoss">;

/** What a store knows of a run. Plain JSON. */
export interface StoreRun extends Partial<Milestones & Last> {
  /** The name of its folder. */
  readonly id: string;
  readonly state: RunState;
  /** Not there if the folder is damaged. */
  readonly config?: RunConfig;
  /** Name and numeric version. */
  readonly engine?: string;
  /** Updates made; of an unfinished run, up to its last checkpoint. */
  readonly steps?: number;
  /** SHA-256 of the final weights, hex. */
  readonly weightsHash?: string;
  /** Of the process that ended it. */
  readonly seconds?: number;
  /** ISO 8601 */
  readonly startedAt?: string;
  /** Why it diverged, or what is damaged. */
  readonly why?: string;
}

/** Whether nothing is left to be trained of it. */
export const hasEnded = ({ state }: StoreRun): boolean =>
  state === "goal" || state === "steps" || state === "diverged";

export const failureFile = "diverged.json";

/** What a run folder looks like from outside. */
export interface Look {
  /** The file that tells how the run ended; null before. */
  readonly end: string | null;
  /** Changes when that file or the config does. */
  readonly stamp: string;
}

/** Looks at a run folder; undefined if it is none. */
export function lookAt(folder: string): Look | undefined {
  const told = (file: string) => {
    const stat = statSync(join(folder, file), { throwIfNoEntry: false });
    return stat && `${file[0]}${stat.size}.${stat.mtimeMs}`;
  };
  const config = told("config.json");
  if (config === undefined) return undefined;
  for (const file of ["summary.json", failureFile]) {
    const end = told(file);
    if (end !== undefined) return { end: file, stamp: `${config}${end}` };
  }
  return { end: null, stamp: config };
}

/** Reads what a run folder tells, from its first and last lines alone where these are as they should be. */
export async function readStoreRun(folder: string): Promise<StoreRun> {
  const id = basename(folder);
  try {
    return quickly(folder, id) ?? (await thoroughly(folder, id));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { id, state: "damaged", why: error.message };
  }
}

function quickly(folder: string, id: string): StoreRun | undefined {
  const asked = parsed(readIfThere(join(folder, "config.json")));
  const summary = parsed(readIfThere(join(folder, "summary.json")));
  if (asked?.id !== id || summary?.id !== id || summary.rows === undefined) return undefined;
  const { stopped, steps, session, weightsHash, ...rest } = summary;
  const row = parsed(lastLine(join(folder, "metrics.jsonl"))) as unknown as MetricRow | undefined;
  const isLast = stopped === "aborted" || row?.step === steps;
  if (!row || !isLast || typeof session !== "object") return undefined;
  const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom } =
    rest as unknown as Milestones;
  const { seconds, startedAt } = session as { seconds: number; startedAt: string };
  return {
    id,
    state: stopped === "aborted" ? "unfinished" : (stopped as RunState),
    config: asked.config as RunConfig,
    engine: engineText(asked.engine as { name: string; numericVersion: string }),
    steps: steps as number,
    memorisedAt,
    memorisedFrom,
    generalisedAt,
    generalisedFrom,
    ...lastOf(row),
    weightsHash: weightsHash as string,
    seconds,
    startedAt,
  };
}

async function thoroughly(folder: string, id: string): Promise<StoreRun> {
  const { config, engine, metrics, milestones, record, session } = await readRun(folder);
  const failure = parsed(readIfThere(join(folder, failureFile)));
  const row = metrics.at(-1);
  const ended = record && record.stopped !== "aborted" ? record : null;
  return {
    id,
    state: ended ? (ended.stopped as RunState) : failure ? "diverged" : "unfinished",
    config,
    engine: engineText(engine),
    steps:
      ended?.steps ??
      (failure ? Number(failure.step) : (await checkpointSteps(folder)).at(-1)) ??
      0,
    ...milestones,
    ...(row && lastOf(row)),
    ...(ended && { weightsHash: ended.weightsHash }),
    ...(session && { seconds: session.seconds, startedAt: session.startedAt }),
    ...(failure && !ended && { why: String(failure.why) }),
  };
}

const engineText = ({ name, numericVersion }: { name: string; numericVersion: string }) =>
  `${name} ${numericVersion}`;

const lastOf = ({ trainAccuracy, testAccuracy, trainLoss, testLoss }: MetricRow): Last => ({
  trainAccuracy,
  testAccuracy,
  trainLoss,
  testLoss,
});

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Rows of the largest networks are some kB long. */
const longestRow = 2 ** 16;

function lastLine(path: string): string {
  if (!existsSync(path)) return "";
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, longestRow));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.toString("utf8");
    return text.endsWith("\n") ? text.slice(text.lastIndexOf("\n", text.length - 2) + 1) : "";
  } finally {
    closeSync(file);
  }
}
