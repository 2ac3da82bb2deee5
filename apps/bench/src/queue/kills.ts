import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomStream, uniformBelow } from "@grokscape/group-datasets";
import { redisServer } from "../../../../packages/experiments/test/node/queue/redis.ts";

/** What came of a sweep through a queue whose parts were killed again and again. */
export interface KilledSweep {
  readonly seed: number;
  readonly kills: { readonly sweep: number; readonly worker: number; readonly server: number };
  /** Whether every run is there once, and every file that the clock has no part in is that of a sweep without a queue. */
  readonly isSame: boolean;
  readonly seconds: number;
}

const sweep = {
  id: "killed",
  base: {
    task: "cyclic:7",
    model: { width: 16 },
    split: { fraction: 0.6 },
    steps: 15_000,
    goal: null,
  },
  vary: { "optimiser.learningRate": [0.001, 0.003, 0.01] },
  seeds: 4,
};

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const program = at("apps/cli/src/main.ts");
const workForever = at("packages/experiments/test/node/queue/work-forever.ts");
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One sweep and two workers; so many kills, at moments that the seed chooses. */
export async function measureKills(seed: number, kills: number): Promise<KilledSweep> {
  const folder = mkdtempSync(join(tmpdir(), "grokscape-kills-"));
  writeFileSync(join(folder, "killed.json"), JSON.stringify(sweep));
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
    await once(begin([program, "sweep", "killed.json", "--yes", "--store", "local"]), "exit");
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
    const isSame =
      coordinator.exitCode === 0 &&
      filesOf(join(folder, "sweeps/killed")) === filesOf(join(folder, "local"));
    return { seed, kills: done, isSame, seconds: (performance.now() - began) / 1000 };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A hash of all run folders, but for where and how long they trained and their checkpoints on the way. */
function filesOf(store: string): string {
  const hash = createHash("sha256");
  const ids = readdirSync(store).filter((name) => /^[^.].*-[0-9a-f]{8}$/.test(name));
  for (const id of ids.sort()) {
    const read = (file: string) => readFileSync(join(store, id, file));
    hash.update(id);
    if (!existsSync(join(store, id, "summary.json"))) return `${id} has not ended`;
    const { session: _, ...summary } = JSON.parse(read("summary.json").toString());
    hash.update(JSON.stringify(summary));
    for (const file of ["config.json", "metrics.jsonl", "train.npy", "test.npy"])
      hash.update(read(file));
    hash.update(read(`checkpoints/${summary.steps}.safetensors`));
  }
  return `${ids.length} runs ${hash.digest("hex")}`;
}
