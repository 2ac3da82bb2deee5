import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sweep } from "@grokscape/experiments";
import { randomStream, uniformBelow } from "@grokscape/group-datasets";
import { redisServer } from "../../../../packages/experiments/test/node/queue/redis.ts";
import type { Moment, Sequence } from "./alone.ts";
import { contents, differences } from "./contents.ts";
import { look } from "./look.ts";
import { begin, grokscape, kill, sleep, workForever } from "./program.ts";

const sweepOf = (seed: number): Sweep => ({
  id: "killed",
  base: {
    ...{ task: "cyclic:7", model: { width: 16 }, steps: 4000, goal: null },
    split: { fraction: 0.6 },
    seed: 100 * seed,
  },
  vary: { "optimiser.learningRate": [0.001, 0.003] },
  seeds: 4,
});

/** Seconds after which the run of a worker that died goes to another. */
const lockSeconds = 2;

/**
 * A sweep through a queue with two workers: so many kills of whoever hands out, of workers, and of the server, which
 * begins again with all that it was told or, with every third seed, with nothing.
 */
export async function killThroughQueue(seed: number, most: number): Promise<Sequence> {
  const scratch = mkdtempSync(join(tmpdir(), "grokscape-kills-"));
  const env = { TMPDIR: join(scratch, "temporary") };
  mkdirSync(env.TMPDIR);
  writeFileSync(join(scratch, "killed.json"), JSON.stringify(sweepOf(seed)));
  const forgets = seed % 3 === 0;
  const server = await redisServer({ forgets });
  const sweep = ["sweep", "killed.json", "--yes"];
  const startSweep = () => begin([grokscape, ...sweep, "--queue", server.url], scratch, { env });
  const startWorker = () => begin([workForever, server.url, `${lockSeconds}`], scratch, { env });
  const kills = { coordinator: 0, worker: 0, [forgets ? "forgetful server" : "server"]: 0 };
  const moments: Partial<Record<Moment, number>> = {};
  const faults: string[] = [];
  const random = randomStream(seed, "monte-carlo");
  const store = join(scratch, "sweeps", "killed");
  let [whole, refused] = [0, 0];
  const ended = new Set<string>();
  const workers = new Set<ReturnType<typeof startWorker>>();
  try {
    const { code, err } = await begin([grokscape, ...sweep, "--store", "local"], scratch).ended;
    if (code !== 0) throw new Error(`the sweep without a queue ended with ${code}: ${err}`);
    let coordinator = startSweep();
    for (let i = 0; i < 2; i++) workers.add(startWorker());
    for (let i = 0; i < most; i++) {
      await sleep(300 + uniformBelow(random, 2200));
      if (coordinator.child.exitCode !== null) break;
      const victim = uniformBelow(random, 6);
      if (victim < 2) {
        kills.coordinator++;
        await kill(coordinator);
        const isBegun = existsSync(store);
        const names = isBegun ? readdirSync(store, { recursive: true, encoding: "utf8" }) : [];
        const isInWrite = names.some((name) => /\.arriving-|\.unfinished$|\.mine$/.test(name));
        const moment = isInWrite
          ? "in a write"
          : isBegun
            ? "between writes"
            : "before its first file";
        moments[moment] = (moments[moment] ?? 0) + 1;
        coordinator = startSweep();
      } else if (victim < 5) {
        kills.worker++;
        const [worker] = workers;
        workers.delete(worker);
        await kill(worker);
        workers.add(startWorker());
      } else {
        kills[forgets ? "forgetful server" : "server"]++;
        await server.kill();
        await sleep(uniformBelow(random, 1000));
        await server.start();
      }
      const seen = await look(store);
      whole += seen.whole;
      refused += seen.refused.length;
      faults.push(...seen.faults);
      for (const [id, run] of seen.runs) if (run.hasEnded) ended.add(id);
      for (const id of ended) {
        if (!seen.runs.get(id)?.hasEnded) faults.push(`${id} had ended, and is gone`);
      }
    }
    let last = await coordinator.ended;
    // five deaths of its workers, and a run counts as failed until the sweep is asked again
    if (last.code === 2) last = await startSweep().ended;
    if (last.code !== 0) faults.push(`in the end it ended with ${last.code}: ${last.err}`);
    const [came, expected] = [store, join(scratch, "local")].map((place) => contents(place));
    came.delete("queue.json");
    for (const path of differences(came, expected)) {
      faults.push(`${path} is not as in a sweep without a queue`);
    }
    for (const worker of workers) worker.child.kill("SIGTERM");
    for (const worker of workers) await worker.ended;
    return { seed, kills, moments, mostUndone: 0, whole, refused, faults };
  } finally {
    for (const worker of workers) worker.child.kill("SIGKILL");
    await server.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}
