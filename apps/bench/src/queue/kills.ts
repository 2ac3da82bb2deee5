import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Sweep } from "@grokscape/experiments";
import { randomStream, uniformBelow } from "@grokscape/group-datasets";
import { redisServer } from "../../../../packages/experiments/test/node/queue/redis.ts";

/** Runs that are known beforehand, or a search that decides which it wants. */
export type Subject = "sweep" | "border";

/** What came of a sweep through a queue whose parts were killed again and again. */
export interface KilledSweep {
  readonly seed: number;
  readonly subject: Subject;
  readonly kills: { readonly sweep: number; readonly worker: number; readonly server: number };
  readonly runs: number;
  /**
   * Whether every run is there once, and every file that the clock has no part in is that of a sweep without a
   * queue; of a search also its decisions and its answer.
   */
  readonly isSame: boolean;
  readonly seconds: number;
}

const base = { task: "cyclic:7", model: { width: 16 }, split: { fraction: 0.6 }, goal: null };

const sweeps: Readonly<Record<Subject, Sweep>> = {
  sweep: {
    id: "killed",
    base: { ...base, steps: 15_000 },
    vary: { "optimiser.learningRate": [0.001, 0.003, 0.01] },
    seeds: 4,
  },
  border: {
    id: "killed",
    base: {
      ...{ task: "cyclic:13", model: { width: 128 }, steps: 2500 },
      optimiser: { kind: "adam", learningRate: 0.01, weightDecay: 2e-4 },
    },
    vary: { "split.stratify": [false, true] },
    border: { over: "split.count", from: 60, to: 150, width: 0.1, budget: 20 },
  },
};

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const program = at("apps/cli/src/main.ts");
const workForever = at("packages/experiments/test/node/queue/work-forever.ts");
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One sweep and two workers; so many kills, at moments that the seed chooses. */
export async function measureKills(
  seed: number,
  kills: number,
  subject: Subject,
): Promise<KilledSweep> {
  const folder = mkdtempSync(join(tmpdir(), "grokscape-kills-"));
  writeFileSync(join(folder, "killed.json"), JSON.stringify(sweeps[subject]));
  const server = await redisServer();
  const children = new Set<ChildProcess>();
  const begin = (words: readonly string[]) => {
    const child = spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--conditions=@grokscape/source", ...words],
      { cwd: folder, stdio: "ignore" },
    );
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  };
  const startSweep = () => begin([program, "sweep", "killed.json", "--yes", "--queue", server.url]);
  const startWorker = () => begin([workForever, server.url, "2"]);
  const done = { sweep: 0, worker: 0, server: 0 };
  const random = randomStream(seed, "monte-carlo");
  const began = performance.now();
  try {
    const local = begin([program, "sweep", "killed.json", "--yes", "--store", "local"]);
    const [code] = await once(local, "exit");
    if (code !== 0) throw new Error(`the sweep without a queue ended with ${code}`);
    let coordinator = startSweep();
    const workers = [startWorker(), startWorker()];
    for (let i = 0; i < kills; i++) {
      await sleep(500 + uniformBelow(random, 3500));
      if (coordinator.exitCode !== null) break;
      const victim = uniformBelow(random, 4);
      if (victim === 0) {
        done.sweep++;
        coordinator.kill("SIGKILL");
        await once(coordinator, "exit");
        coordinator = startSweep();
      } else if (victim === 1) {
        done.server++;
        await server.kill();
        await sleep(uniformBelow(random, 1000));
        await server.start();
      } else {
        done.worker++;
        const worker = workers.shift();
        worker?.kill("SIGKILL");
        workers.push(startWorker());
      }
    }
    if (coordinator.exitCode === null) await once(coordinator, "exit");
    const [came, expected] = ["sweeps/killed", "local"].map((store) =>
      outcomesOf(join(folder, store), subject),
    );
    const isSame = coordinator.exitCode === 0 && isDeepStrictEqual(came, expected);
    const runs = came.runs.size;
    return {
      seed,
      subject,
      kills: done,
      runs,
      isSame,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A hash of each run folder, but for where and how long it was trained and its checkpoints on the way; of a
 * search, the folders of the runs that it asked for, and what it found: others were begun on a guess.
 */
function outcomesOf(store: string, subject: Subject) {
  const border =
    subject === "border" && JSON.parse(readFileSync(join(store, "border.json"), "utf8"));
  const asked = border && new Set(border.variants.flatMap(hashesOf));
  const runs = new Map<string, string>();
  for (const id of readdirSync(store).filter((name) => /^[^.].*-[0-9a-f]{8}$/.test(name))) {
    const read = (file: string) => readFileSync(join(store, id, file));
    if (!existsSync(join(store, id, "summary.json"))) {
      if (!asked) runs.set(id, "has not ended");
      continue;
    }
    const { session: _, ...summary } = JSON.parse(read("summary.json").toString());
    if (asked && !asked.has(summary.weightsHash)) continue;
    const hash = createHash("sha256").update(JSON.stringify(summary));
    for (const file of ["config.json", "metrics.jsonl", "train.npy", "test.npy"])
      hash.update(read(file));
    hash.update(read(`checkpoints/${summary.steps}.safetensors`));
    runs.set(id, hash.digest("hex"));
  }
  return { variants: border ? border.variants : null, runs };
}

const hashesOf = ({ runs }: { runs: readonly { weightsHash: string }[] }) =>
  runs.map(({ weightsHash }) => weightsHash);
