import type { PlannedRun } from "@grokscape/experiments";
import { estimateSeconds } from "@grokscape/experiments/node";
import { ask } from "../terminal/ask.ts";
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
  { threads, stop, yes }: { threads: number; stop: StopSignals; yes: boolean },
): Promise<void> {
  if (missing.length < all) print(paragraph(`${count(all - missing.length)} are there already.`));
  if (missing.length === 0) return;
  const configs = missing.map(({ config }) => config);
  const seconds = await estimateSeconds(configs, { threads, signal: stop.signal });
  const long = Number.isFinite(seconds)
    ? `at most about ${duration(seconds)}`
    : "long: no step ended in seconds";
  const cores = Math.min(threads, missing.length);
  print(paragraph(`To train: ${count(missing.length)}, ${cores} side by side; ${long}.`));
  if (yes || (missing.length <= manyRuns && seconds <= longSeconds)) return;
  const isWanted = await ask(
    `Train ${count(missing.length)} runs, ${long}?`,
    "--yes begins without asking",
    stop.signal,
  );
  if (!isWanted) throw new Declined();
}
