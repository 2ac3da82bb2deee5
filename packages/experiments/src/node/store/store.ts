import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { onDisk, writeAtomically } from "@grokscape/trainer/node";
import type { Key } from "@grokscape/trainer/settings";
import { borderQuestion } from "../../border/question.ts";
import type { SweepPlan } from "../../sweep/plan.ts";
import type { Sweep } from "../../sweep/sweep.ts";
import { hasEnded, lookAt, readStoreRun, type StoreRun } from "./stored-run.ts";

/** The sweep that a store was made for: its `sweep.json`. */
export interface StoredSweep {
  readonly sweep: Sweep;
  /** How many runs it comes to; where it looks for borders, at most. */
  readonly runs: number;
  readonly varied: readonly Key[];
}

/** Runs that are kept in one folder, each in one of its own. */
export interface Store {
  readonly folder: string;
  /** null where runs were not made by a sweep. */
  readonly sweep: StoredSweep | null;
  /** In the order of their ids. */
  readonly runs: readonly StoreRun[];
}

const indexFile = "index.jsonl";
const sweepFile = "sweep.json";
/** Of the index's form; another one is made anew. */
const indexVersion = 1;

/**
 * Reads a store. What runs have come to is kept in an index beside their folders, with what each folder's
 * last file looked like: where that has changed, or the index is missing or damaged, the folder is read.
 *
 * @throws InputError if there is no such folder
 */
export async function readStore(folder: string): Promise<Store> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(
      `there is no store ${folder}`,
      "give the folder that a sweep keeps its runs in",
    );
  }
  const known = readIndex(folder);
  const runs: StoreRun[] = [];
  const lines: string[] = [];
  let isStale = false;
  for (const id of foldersIn(folder)) {
    const look = lookAt(join(folder, id));
    if (!look) continue;
    const { end, stamp } = look;
    const before = known.get(id);
    const isSame = end !== null && before?.stamp === stamp;
    const run = isSame ? before.run : await readStoreRun(join(folder, id));
    runs.push(run);
    if (end === null || !hasEnded(run)) continue;
    isStale ||= !isSame;
    lines.push(isSame ? before.line : JSON.stringify({ stamp, run }));
  }
  if (isStale || lines.length !== known.size) await writeIndex(folder, lines);
  return { folder, sweep: readSweepFile(folder), runs };
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();

interface Indexed {
  readonly stamp: string;
  readonly run: StoreRun;
  readonly line: string;
}

const checksum = (text: string) => createHash("sha256").update(text).digest("hex");

function readIndex(folder: string): Map<string, Indexed> {
  const path = join(folder, indexFile);
  const known = new Map<string, Indexed>();
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const { version, sha256 } = JSON.parse(text.slice(0, end));
    const rest = text.slice(end + 1);
    if (version !== indexVersion || sha256 !== checksum(rest)) return known;
    for (const line of rest.split("\n").slice(0, -1)) {
      const { stamp, run } = JSON.parse(line);
      known.set(run.id, { stamp, run, line });
    }
    return known;
  } catch {
    return new Map(); // missing or damaged: the folders are the truth
  }
}

/** Writes the index, if it can be: whoever reads the store next can do without. */
async function writeIndex(folder: string, lines: readonly string[]): Promise<void> {
  const rest = lines.map((line) => `${line}\n`).join("");
  const head = JSON.stringify({ version: indexVersion, sha256: checksum(rest) });
  await writeAtomically(join(folder, indexFile), `${head}\n${rest}`).catch(() => {});
}

function readSweepFile(folder: string): StoredSweep | null {
  const path = join(folder, sweepFile);
  if (!existsSync(path)) return null;
  try {
    const { sweep, runs, varied } = JSON.parse(readFileSync(path, "utf8"));
    if (typeof sweep.id === "string" && Array.isArray(varied)) return { sweep, runs, varied };
  } catch {
    // as a file of another form
  }
  throw new InputError(`${path} is damaged`, "remove it: the next sweep writes it anew");
}

/**
 * Makes a folder the store of a sweep. The sweep may have changed since the last time, by more values, say.
 *
 * @throws InputError if it is the store of another one, or cannot be written
 */
export async function prepareStore(folder: string, plan: SweepPlan): Promise<void> {
  const { sweep, varied, runs } = plan;
  if (existsSync(folder)) {
    const before = readSweepFile(folder);
    if (before && before.sweep.id !== sweep.id) {
      throw new InputError(
        `${folder} holds the sweep ${before.sweep.id}, this one is ${sweep.id}`,
        "give it a store of its own",
      );
    }
  }
  await onDisk(`make ${folder}`, () => mkdir(folder, { recursive: true }));
  const border = sweep.border && borderQuestion(sweep.border);
  const stored: StoredSweep = border
    ? { sweep, runs: border.budget * runs.length, varied: [...varied, border.over] }
    : { sweep, runs: runs.length, varied };
  const text = `${JSON.stringify(stored, null, 2)}\n`;
  const path = join(folder, sweepFile);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) await writeAtomically(path, text);
}
