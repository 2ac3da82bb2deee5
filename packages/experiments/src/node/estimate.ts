import { availableParallelism } from "node:os";
import type { MetricRow, RunConfig } from "@grokscape/trainer";
import { sweep } from "@grokscape/trainer/node";
import { workOfStep } from "../work.ts";

/** Seconds that a sample trains for, after its first row, and at most until its second. */
const probeSeconds = 0.4;
const patience = 5;
/** Seconds of a run beside its steps. */
const overhead = 0.05;

interface Sample {
  readonly work: number;
  readonly seconds: number;
}

/**
 * Seconds that runs will take side by side on this machine, if none ends before its last step: three of
 * them, of the least, the middle and the most work a step, are trained for a moment. Infinity where no step
 * ends in a few seconds.
 *
 * @throws the reason of the signal
 */
export async function estimateSeconds(
  configs: readonly RunConfig[],
  { threads = availableParallelism(), signal }: { threads?: number; signal?: AbortSignal } = {},
): Promise<number> {
  const sorted = configs
    .map((config) => ({ config, work: workOfStep(config) }))
    .sort((a, b) => a.work - b.work);
  if (sorted.length === 0) return 0;
  const chosen = [0, 0.5, 1].map((share) => sorted[Math.round(share * (sorted.length - 1))]);
  const distinct = chosen.filter(({ work }, i) => work !== chosen[i - 1]?.work);
  const samples: Sample[] = [];
  for (const { config, work } of distinct) {
    const seconds = await secondsOfStep(config, signal);
    if (seconds !== null) samples.push({ work, seconds });
  }
  if (samples.length === 0) return Number.POSITIVE_INFINITY;
  const total = sorted.reduce((sum, { config, work }) => {
    const far = (sample: Sample) => Math.abs(Math.log(sample.work / work));
    const near = samples.reduce((best, one) => (far(one) < far(best) ? one : best));
    return sum + overhead + config.steps * near.seconds * (work / near.work);
  }, 0);
  return total / Math.min(threads, configs.length);
}

/** null where no second row comes in time. */
async function secondsOfStep(config: RunConfig, signal?: AbortSignal): Promise<number | null> {
  const enough = new AbortController();
  const late = setTimeout(() => enough.abort(enough), patience * 1000);
  let first: { step: number; at: number } | undefined;
  let seconds: number | null = null;
  const onRow = (_: RunConfig, { step }: MetricRow) => {
    const at = performance.now();
    if (!first) first = { step, at };
    else if (step > first.step) {
      seconds = (at - first.at) / 1000 / (step - first.step);
      if (at - first.at >= probeSeconds * 1000) enough.abort(enough);
    }
  };
  const stop = AbortSignal.any([enough.signal, ...(signal ? [signal] : [])]);
  try {
    for await (const _ of sweep([{ ...config, goal: null }], { threads: 1, signal: stop, onRow }));
  } catch (error) {
    if (error !== enough) throw error;
  } finally {
    clearTimeout(late);
  }
  return seconds;
}
