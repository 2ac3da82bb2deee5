import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planSweep } from "@grokscape/experiments";
import { prepareStore, trainInStore } from "@grokscape/experiments/node";
import { openQueue, readQueueAddress, work } from "@grokscape/experiments/queue";
import { redisServer } from "../../../../packages/experiments/test/node/queue/redis.ts";
import { median } from "../statistics.ts";

/** What a run costs through a queue, against the same sweep in the same process without one. */
export interface QueueOverhead {
  readonly runs: number;
  readonly rounds: number;
  /** Seconds of a run here, and through a queue: medians of the rounds. */
  readonly here: number;
  readonly queued: number;
}

/** Server, sweep and worker share one machine; one run at a time. */
export async function measureQueue(
  runs: number,
  rounds: number,
  steps: number,
): Promise<QueueOverhead> {
  const server = await redisServer();
  const folder = mkdtempSync(join(tmpdir(), "grokscape-overhead-"));
  const plan = planSweep({
    id: "overhead",
    base: { task: "cyclic:23", model: { width: 128 }, split: { fraction: 0.5 }, steps, goal: null },
    seeds: runs,
  });
  const address = readQueueAddress(server.url);
  const stop = new AbortController();
  const working = work(address, { threads: 1, signal: stop.signal });
  let number = 0;
  const secondsOfARun = async (isQueued: boolean) => {
    const store = join(folder, `${number++}`);
    await prepareStore(store, plan);
    const queue = isQueued ? await openQueue(address, plan.sweep.id) : undefined;
    let last = performance.now();
    const took: number[] = [];
    await trainInStore(store, plan.runs, {
      threads: 1,
      execute: queue?.execute,
      onRun() {
        took.push((performance.now() - last) / 1000);
        last = performance.now();
      },
    });
    await queue?.close();
    // the first waits for threads and connections, which are a sweep's and not a run's
    return median(took.slice(1));
  };
  try {
    const [here, queued]: number[][] = [[], []];
    for (let round = 0; round < rounds; round++) {
      here.push(await secondsOfARun(false));
      queued.push(await secondsOfARun(true));
    }
    return { runs, rounds, here: median(here), queued: median(queued) };
  } finally {
    stop.abort();
    await working;
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
