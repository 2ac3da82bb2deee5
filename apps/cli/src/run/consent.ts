import type { PlannedRun } from "@grokscape/experiments";
import { estimateSeconds } from "@grokscape/experiments/node";
import type { RunQueue } from "@grokscape/experiments/queue";
import { ask } from "../terminal/ask.ts";
import { typed } from "../terminal/invocation.ts";
import { count, duration } from "../terminal/numbers.ts";
import { print } from "../terminal/print.ts";
import { paragraph } from "../terminal/table.ts";
import type { StopSignals } from "./stop-signals.ts";

/** From here on a sweep is not begun without a yes. */
const manyRuns = 1000;
const longSeconds = 3600;

/** Nothing is to be trained. */
export class Declined extends Error {}

/** Says what is left to do and how long it will take; asks where that is much. */
export async function consent(
  missing: readonly PlannedRun[],
  all: number,
  {
    threads,
    stop,
    yes,
    queue,
  }: { threads: number; stop: StopSignals; yes: boolean; queue?: RunQueue },
): Promise<void> {
  if (missing.length < all) print(paragraph(`${count(all - missing.length)} are there already.`));
  if (missing.length === 0) return;
  const configs = missing.map(({ config }) => config);
  const seconds = await estimateSeconds(configs, {
    threads: queue ? 1 : threads,
    signal: stop.signal,
  });
  const long = Number.isFinite(seconds)
    ? `at most about ${duration(seconds)}${queue ? " of a core such as this machine's" : ""}`
    : "long: no step ended in seconds";
  const by = queue
    ? await workersInWords(queue)
    : `${count(Math.min(threads, missing.length))} side by side`;
  print(paragraph(`To train: ${count(missing.length)}, ${by}; ${long}.`));
  if (yes || (missing.length <= manyRuns && seconds <= longSeconds)) return;
  const isWanted = await ask(
    `Train ${count(missing.length)} runs, ${long}?`,
    "--yes begins without asking",
    stop.signal,
  );
  if (!isWanted) throw new Declined();
}

async function workersInWords(queue: RunQueue): Promise<string> {
  const workers = await queue.workers();
  if (workers === 0) {
    return `by workers, of which there is none yet (${typed(["worker", "--help"])})`;
  }
  return workers === 1 ? "by one worker" : `by ${count(workers)} workers`;
}
