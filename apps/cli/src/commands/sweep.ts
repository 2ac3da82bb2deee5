import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import {
  came,
  looksForBorders,
  type PlannedRun,
  partOf,
  readShard,
  type SweepPlan,
  shardName,
  workOf,
  workOfStep,
} from "@grokscape/experiments";
import {
  prepareStore,
  readSweep,
  type StoreOutcome,
  type StoreRun,
  trainInStore,
} from "@grokscape/experiments/node";
import type { RunQueue } from "@grokscape/experiments/queue";
import { InputError } from "@grokscape/group-datasets";
import type { Command, Given } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { goOnWords } from "../run/commands-to-type.ts";
import { consent, Declined } from "../run/consent.ts";
import { findBorders } from "../run/find-borders.ts";
import { loadListed, pluginOption } from "../run/plugins.ts";
import { addressText, loadQueue, queueOption, tellLacks } from "../run/queue.ts";
import { jsonOption } from "../run/result-json.ts";
import { listenForStop } from "../run/stop-signals.ts";
import { threadsFrom } from "../run/values.ts";
import { invocation, shellWord, typed } from "../terminal/invocation.ts";
import { type LiveLine, liveLine } from "../terminal/live-line.ts";
import { count, duration, percent } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { wordStream } from "../terminal/streams.ts";
import { bold, dim } from "../terminal/style.ts";
import { commandLines, paragraph } from "../terminal/table.ts";

/** Errors that are told one by one. */
const mostTold = 5;

export const sweep: Command = {
  name: "sweep",
  says: "Train many runs: every combination of settings in a file, side by side; nothing twice.",
  operand: { name: "file", required: true, says: "a .yaml, .json or .ts file: base, vary, seeds" },
  options: {
    store: { value: "folder", says: "where its runs are kept", otherwise: "sweeps/<id>" },
    threads: { value: "count", says: "runs side by side", otherwise: "one a core" },
    shard: { value: "i/n", says: "train the i-th of n parts alone, as of an array of jobs" },
    queue: {
      ...queueOption.queue,
      says: `hand the runs out to workers on other machines: ${queueOption.queue.says}`,
    },
    yes: { says: "begin however many runs there are, and however long they take" },
    ...pluginOption,
    ...jsonOption,
  },
  examples: [
    ["sweep first.yaml", "Ctrl-C stops it; the same command goes on"],
    ["sweep first.yaml --shard 2/8 --yes", "the second of eight parts, on a machine of its own"],
    ["sweep first.yaml --queue redis://localhost:6379", "trained by whoever runs grokscape worker"],
    ["results sweeps/first --by split.fraction", "what came, by the share that was shown"],
  ],
  async run({ operand, options }) {
    const file = operand as string;
    const plan = await readSweep(file, (plugins) => loadListed(plugins, dirname(file), file));
    const shard = options.shard === undefined ? undefined : readShard(options.shard);
    const threads = threadsFrom(options) ?? availableParallelism();
    const store = options.store ?? join("sweeps", plan.sweep.id);
    const runs = shard ? partOf(plan.runs, shard) : plan.runs;
    tellPlan(plan, runs.length, store);
    const line = liveLine(wordStream());
    const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
    await prepareStore(store, plan);
    const tell = progress(line, runs.length);
    let queue: RunQueue | undefined;
    let outcome: StoreOutcome;
    try {
      queue = await queueFrom(options, plan.sweep.id, line);
      const yes = options.yes !== undefined;
      if (looksForBorders(plan.sweep)) {
        const command = typed(goOnWords("sweep", file, options));
        const given = { command, shard, queue, threads, stop, line, yes };
        const found = await findBorders(store, plan.sweep, given);
        if (options.json) printJson({ store, ...found });
        return exitCodes.done;
      }
      outcome = await trainInStore(store, runs, {
        worker: shard && shardName(shard),
        threads,
        signal: stop.signal,
        execute: queue?.execute,
        async onBegin(missing) {
          await consent(missing, runs.length, { threads, stop, yes, queue });
          tell.begin(missing);
        },
        onRow: tell.row,
        onRun: tell.run,
      });
    } catch (error) {
      if (error instanceof Declined) {
        print("Nothing was trained.");
        return exitCodes.done;
      }
      if (!stop.signal.aborted) throw error;
      print(`\n${paragraph("Stopped; nothing that was trained is lost. To go on:")}`);
      print(commandLines(invocation(goOnWords("sweep", file, options))));
      return stop.exitCode();
    } finally {
      tell.end();
      stop.release();
      await queue?.close();
    }
    return tellOutcome(store, runs.length, outcome, options.json !== undefined);
  },
};

/** @throws InputError if it cannot be used, or not with the other options */
async function queueFrom(
  { queue, shard, threads }: Given["options"],
  id: string,
  line: LiveLine,
): Promise<RunQueue | undefined> {
  if (queue === undefined) return undefined;
  if (shard !== undefined) {
    throw new InputError("--shard and --queue both divide the runs", "give one of them");
  }
  if (threads !== undefined) {
    throw new InputError(
      "--threads has no use with --queue",
      "how many runs train side by side is each worker's own: worker --threads",
    );
  }
  const { openQueue, readQueueAddress } = await loadQueue();
  return openQueue(readQueueAddress(addressText(queue)), id, tellLacks(line));
}

function tellPlan(
  { sweep: { id, title, question, border }, varied, runs }: SweepPlan,
  own: number,
  store: string,
) {
  const text = (words: typeof title) => (typeof words === "object" ? words.en : words);
  print(bold(paragraph(text(title) ?? id)));
  if (question) print(dim(paragraph(text(question) as string)));
  const part =
    own < runs.length ? `${count(own)} of ${count(runs.length)} runs` : `${count(own)} runs`;
  if (border) {
    const where = `over ${border.over} from ${border.from} to ${border.to}`;
    const borders =
      own < runs.length ? `${count(own)} of ${count(runs.length)}` : count(runs.length);
    print(paragraph(`${borders} to find, ${where}, in ${store}`));
    return;
  }
  const over = varied.length > 0 ? ` over ${varied.join(", ")}` : "";
  print(paragraph(`${part}${over}, in ${store}`));
}

/** Follows all runs on one line. */
function progress(line: LiveLine, all: number) {
  const latest = new Map<PlannedRun, { first: number; step: number; accuracy: number }>();
  let began = 0;
  let missing = 0;
  let left = 0;
  let done = 0;
  const ended = { runs: 0, came: 0, diverged: 0 };
  const show = () =>
    line.show(() => {
      const under = [...latest].map(([{ config }, at]) => ({ ...at, work: workOfStep(config) }));
      const doneNow = under.reduce(
        (sum, { step, first, work }) => sum + (step - first) * work,
        done,
      );
      const leftNow = under.reduce((sum, { step, work }) => sum - step * work, left);
      const elapsed = (performance.now() - began) / 1000;
      const there = all - missing + ended.runs;
      return [
        `${count(there)} of ${count(all)} runs`,
        ...(ended.runs > 0 ? [`${percent(ended.came / ended.runs, 0)} came`] : []),
        ...(ended.diverged > 0 ? [`${count(ended.diverged)} diverged`] : []),
        ...(there < all && doneNow > 0 && elapsed > 2
          ? [`${duration((leftNow / doneNow) * elapsed)} left`]
          : []),
        ...[...latest].map(([{ variant, seed }, { step, accuracy }]) =>
          dim(`${variant}, seed ${seed}: step ${count(step)}, test ${percent(accuracy)}`),
        ),
      ].join("  ");
    });
  return {
    begin(runs: readonly PlannedRun[]) {
      began = performance.now();
      missing = runs.length;
      left = runs.reduce((sum, { config }) => sum + workOf(config), 0);
      if (missing > 0) show();
    },
    row(run: PlannedRun, { step, testAccuracy }: { step: number; testAccuracy: number }) {
      const first = Math.min(latest.get(run)?.first ?? step, step); // another worker begins anew
      latest.set(run, { first, step, accuracy: testAccuracy });
      show();
    },
    run(run: PlannedRun, outcome: StoreRun) {
      const { first = 0 } = latest.get(run) ?? {};
      latest.delete(run);
      ended.runs++;
      if (came(outcome)) ended.came++;
      if (outcome.state === "diverged") ended.diverged++;
      left -= workOf(run.config);
      done += workOf(run.config) - first * workOfStep(run.config);
      show();
    },
    end() {
      latest.clear();
      if (missing > 0) line.end();
    },
  };
}

function tellOutcome(
  store: string,
  all: number,
  { ended, failed }: StoreOutcome,
  asJson: boolean,
): number {
  const runs = [...ended.values()];
  const reached = runs.filter((run) => came(run)).length;
  const diverged = runs.filter(({ state }) => state === "diverged").length;
  if (runs.length > 0) {
    const share = `${count(reached)} came to 99 % of what was held out (${percent(reached / runs.length)})`;
    const also = diverged > 0 ? `, ${count(diverged)} diverged` : "";
    print(paragraph(`${count(runs.length)} of ${count(all)} runs have ended: ${share}${also}.`));
  }
  for (const { run, error } of failed.slice(0, mostTold)) {
    print(paragraph(`not trained: ${run.variant}, seed ${run.seed}: ${error.message}`, 0, 2));
  }
  if (failed.length > mostTold) print(`and ${count(failed.length - mostTold)} more`);
  print(`${paragraph("What came of them:")}\n  ${typed(["results", shellWord(store)])}`);
  if (asJson) {
    printJson({
      store,
      runs: all,
      ended: runs.length,
      came: reached,
      diverged,
      failed: failed.map(({ run: { variant, seed }, error }) => ({
        variant,
        seed,
        why: error.message,
      })),
    });
  }
  return failed.length > 0 ? exitCodes.unusable : exitCodes.done;
}
