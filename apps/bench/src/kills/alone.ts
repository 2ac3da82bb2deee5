import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomStream, uniformBelow } from "@grokscape/group-datasets";
import { readRun } from "@grokscape/trainer/node";
import { contents, differences } from "./contents.ts";
import { look, type Seen } from "./look.ts";
import { type Begun, begin, grokscape, kill, sleep } from "./program.ts";

/** Where a process was when it was killed, by what it left. */
export type Moment = "before its first file" | "in a write" | "between writes" | "at its end";

/** What came of a command that was killed again and again, and then left to its end. */
export interface Sequence {
  readonly seed: number;
  readonly kills: Readonly<Partial<Record<string, number>>>;
  readonly moments: Readonly<Partial<Record<Moment, number>>>;
  /** Most steps that a kill undid; they were trained again. */
  readonly mostUndone: number;
  /** Reads of its files between and during its lives: whole, and refused in words. */
  readonly whole: number;
  readonly refused: number;
  readonly faults: readonly string[];
}

/** A command that is killed while nobody else works on its runs. */
interface Subject {
  readonly words: readonly string[];
  /** Commands before it, which are left alone. */
  readonly before?: readonly (readonly string[])[];
  /** Where its runs are. */
  readonly runs: string;
  /** The sweep of its file sweep.json. */
  readonly sweep?: object;
  /** Files that are compared though the clock has a part in others of their name. */
  readonly exact?: readonly string[];
  /** Steps between two checkpoints, where they are up to steps and not to the clock. */
  readonly checkpointEvery?: number;
  /** Changes of its files from which a kill chooses one. */
  readonly changes: number;
  /** Whether it does its work anew each time. */
  readonly isRepeated?: boolean;
}

const small = "--task cyclic:13 --width 64 --fraction 0.7 --goal none".split(" ");

/** By their names: what is killed. */
const subjects: Readonly<Record<string, (seed: number) => Subject>> = {
  train: (seed) => ({
    words: ["train", ...small, "--steps", "1500", "--seed", `${seed}`],
    runs: "runs",
    checkpointEvery: 50,
    changes: 12,
  }),
  sweep: (seed) => ({
    words: ["sweep", "sweep.json", "--yes", "--threads", "2"],
    runs: "sweeps/killed",
    sweep: {
      id: "killed",
      base: { task: "cyclic:7", model: { width: 16 }, steps: 1500, goal: null, seed: 10 * seed },
      vary: { "optimiser.learningRate": [0.001, 0.003, 0.01] },
      seeds: 3,
    },
    changes: 12,
  }),
  reproduce: () => ({
    words: ["reproduce", "cyclic-23-at-60"],
    runs: "runs",
    changes: 8,
  }),
  report: (seed) => ({
    before: [["train", ...small, "--steps", "200", "--seed", `${seed}`, "--runs", "runs"]],
    words: ["report"],
    runs: "runs",
    exact: ["report.html"],
    changes: 3,
    isRepeated: true,
  }),
};

/**
 * Kills a command so many times at most, at moments that the seed chooses, and starts it again each time; the
 * last time it is left to its end.
 */
export async function killAlone(name: string, seed: number, most: number): Promise<Sequence> {
  const scratch = mkdtempSync(join(tmpdir(), "grokscape-kills-"));
  try {
    return await killIn(scratch, name, seed, most);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function killIn(
  scratch: string,
  name: string,
  seed: number,
  most: number,
): Promise<Sequence> {
  const subject = subjects[name](seed);
  const [unbroken, broken] = ["unbroken", "broken"].map((place) => join(scratch, place));
  const env = { TMPDIR: join(scratch, "temporary") };
  for (const place of [unbroken, env.TMPDIR]) mkdirSync(place);
  if (subject.sweep) writeFileSync(join(unbroken, "sweep.json"), JSON.stringify(subject.sweep));
  for (const words of subject.before ?? []) await toItsEnd(begin([grokscape, ...words], unbroken));
  cpSync(unbroken, broken, { recursive: true });
  const words = [grokscape, ...subject.words];
  if (name === "report") words.push(readdirSync(join(unbroken, "runs"))[0]);
  const start = (place: string) => begin(words, place, { env });
  const began = performance.now();
  await toItsEnd(start(unbroken));
  const usual = performance.now() - began;

  const random = randomStream(seed, "monte-carlo");
  const runs = join(broken, subject.runs);
  const moments: Partial<Record<Moment, number>> = {};
  const faults: string[] = [];
  let [kills, whole, refused, mostUndone] = [0, 0, 0, 0];
  let before: Seen["runs"] = new Map();
  const take = async () => {
    const seen = await look(runs);
    whole += seen.whole;
    refused += seen.refused.length;
    faults.push(...seen.faults);
    return seen.runs;
  };
  for (let tries = 0; kills < most && tries < 3 * most; tries++) {
    const begun = start(broken);
    const isByTime = uniformBelow(random, 4) === 0;
    const over = new AbortController();
    const moment = isByTime
      ? sleep(uniformBelow(random, Math.ceil(usual)))
      : changed(broken, 1 + uniformBelow(random, subject.changes), over.signal).then(() =>
          sleep(uniformBelow(random, 2) * uniformBelow(random, 300)),
        );
    const ended = await Promise.race([begun.ended, moment.then(() => undefined)]);
    over.abort();
    if (ended) {
      if (ended.code !== 0) faults.push(`it ended with ${ended.code}: ${ended.err}`);
      if (subject.isRepeated) continue;
      break;
    }
    if (uniformBelow(random, 3) === 0) await take(); // while it works
    const isAlive = begun.child.exitCode === null;
    await kill(begun);
    if (!isAlive) continue;
    kills++;
    const where = momentIn(broken, runs, before);
    const now = await take();
    moments[where] = (moments[where] ?? 0) + 1;
    for (const [id, run] of before) {
      const left = now.get(id);
      if (!left || left.saved < run.saved) {
        faults.push(`${id} was saved at step ${run.saved}, and then at ${left?.saved}`);
      }
    }
    for (const { measured, saved, hasEnded } of now.values()) {
      if (!hasEnded) mostUndone = Math.max(mostUndone, measured - saved);
    }
    before = now;
  }
  const last = await start(broken).ended;
  if (last.code !== 0) faults.push(`in the end it ended with ${last.code}: ${last.err}`);
  for (const [id, { saved, hasEnded }] of before) {
    const { session } = await readRun(join(runs, id));
    if (!hasEnded && (session?.fromStep ?? 0) < saved) {
      faults.push(`${id} was saved at step ${saved} and went on from ${session?.fromStep}`);
    }
  }
  const { checkpointEvery, exact } = subject;
  if (checkpointEvery !== undefined && mostUndone > checkpointEvery) {
    faults.push(`${mostUndone} steps were undone, with a checkpoint every ${checkpointEvery}`);
  }
  for (const path of differences(contents(broken, exact), contents(unbroken, exact))) {
    faults.push(`${path} is not as in an unbroken run`);
  }
  for (const left of readdirSync(env.TMPDIR))
    faults.push(`${left} was left in the folder for temporary files`);
  return { seed, kills: { [name]: kills }, moments, mostUndone, whole, refused, faults };
}

async function toItsEnd({ ended }: Begun): Promise<void> {
  const { code, err } = await ended;
  if (code !== 0) throw new Error(`what nobody disturbed ended with ${code}: ${err}`);
}

/** Waits for so many changes in a folder; the signal ends the watch. */
function changed(folder: string, count: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    watch(folder, { recursive: true, signal }, () => {
      if (--left === 0) resolve();
    });
  });
}

function momentIn(folder: string, runs: string, before: Seen["runs"]): Moment {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  if (names.some((name) => /\.(unfinished|mine|next)$|\.arriving-/.test(name))) return "in a write";
  if (
    !existsSync(runs) ||
    (before.size === 0 && !names.some((name) => name.endsWith("config.json")))
  )
    return "before its first file";
  const configs = names.filter((name) => name.endsWith("config.json"));
  const isEnded = configs.every((name) =>
    names.includes(name.replace("config.json", "summary.json")),
  );
  return isEnded ? "at its end" : "between writes";
}
