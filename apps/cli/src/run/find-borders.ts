import {
  type BorderSearch,
  type BorderSweep,
  borderConfig,
  borderQuestion,
  experimentOfSweep,
  partOf,
  type Shard,
} from "@grokscape/experiments";
import { findBorderInStore, type StoredBorders } from "@grokscape/experiments/node";
import type { RunQueue } from "@grokscape/experiments/queue";
import type { MetricRow, RunConfig } from "@grokscape/trainer";
import { valueAt } from "@grokscape/trainer/settings";
import { bordersText, borderText } from "../terminal/border-text.ts";
import { shellWord, typed } from "../terminal/invocation.ts";
import type { LiveLine } from "../terminal/live-line.ts";
import { count, duration, percent } from "../terminal/numbers.ts";
import { print } from "../terminal/print.ts";
import { dim } from "../terminal/style.ts";
import { paragraph } from "../terminal/table.ts";
import { consent } from "./consent.ts";
import type { StopSignals } from "./stop-signals.ts";

/**
 * Finds the borders of a sweep, with a live line, says what they are, and gives them.
 *
 * @throws Declined; whatever `findBorderInStore` does
 */
export async function findBorders(
  store: string,
  sweep: BorderSweep,
  {
    command,
    shard,
    queue,
    threads,
    stop,
    line,
    yes,
  }: {
    readonly command: string;
    readonly shard?: Shard;
    readonly queue?: RunQueue;
    readonly threads: number;
    readonly stop: StopSignals;
    readonly line: LiveLine;
    readonly yes: boolean;
  },
): Promise<StoredBorders> {
  const experiment = experimentOfSweep(sweep);
  const variants = shard ? partOf(experiment.variants, shard) : experiment.variants;
  const question = borderQuestion(sweep.border);
  const { over, from, to, budget, whole } = question;
  const middle = Math.sqrt(from * to);
  const most = variants.flatMap((variant) =>
    Array.from({ length: budget }, (_, i) => {
      const run = { value: whole ? Math.round(middle) : middle, seed: i };
      const config = borderConfig(experiment, variant, question, run);
      return { variant: variant.name, seed: i, config };
    }),
  );
  await consent(most, most.length, { threads, stop, yes, queue });
  const began = performance.now();
  const open = new Map<string, BorderSearch | undefined>(
    variants.map(({ name }) => [name, undefined]),
  );
  const latest = new Map<RunConfig, MetricRow>();
  let taken = 0;
  const show = () =>
    line.show(() => {
      const under = [...open].filter(([, search]) => search);
      const left = [...open.values()].reduce(
        (sum, search) => sum + budget - (search?.outcomes.length ?? 0),
        0,
      );
      const seconds = (performance.now() - began) / 1000;
      return [
        `${count(taken)} runs`,
        ...under.map(([name, search]) => {
          const { border, outcomes } = search as BorderSearch;
          return `${name}: ${borderText(question, border)} after ${count(outcomes.length)}`;
        }),
        ...(taken > 0 ? [`at most ${duration((left * seconds) / taken)} left`] : []),
        ...[...latest].map(([config, { step, testAccuracy }]) => {
          const run = `${config.task}, ${valueAt(config, over)}, seed ${config.seed}`;
          return dim(`${run}: step ${count(step)}, test ${percent(testAccuracy)}`);
        }),
      ].join("  ");
    });
  try {
    const found = await findBorderInStore(store, sweep, command, {
      shard,
      execute: queue?.execute,
      threads,
      signal: stop.signal,
      onRow(config, row) {
        latest.set(config, row);
        show();
      },
      onEnd: (config) => latest.delete(config),
      onOutcome(variant, _, search) {
        taken++;
        if (search.border.state === "open") open.set(variant, search);
        else {
          open.delete(variant);
          const runs = dim(`${count(search.outcomes.length)} runs`);
          line.say(`${variant}: ${borderText(question, search.border)}  ${runs}`);
        }
        show();
      },
    });
    line.erase();
    if (variants.length > 0) print(`\n${bordersText(found)}`);
    print(dim(paragraph("In full, and what its runs came to:")));
    print(`  ${typed(["results", shellWord(store)])}`);
    return found;
  } catch (error) {
    line.end();
    throw error;
  }
}
