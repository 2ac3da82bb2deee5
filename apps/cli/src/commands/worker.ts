import { availableParallelism } from "node:os";
import type { RunCame } from "@grokscape/experiments/queue";
import { InputError } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { pluginOption } from "../run/plugins.ts";
import { addressText, loadQueue, queueOption, queueVariable, tellLacks } from "../run/queue.ts";
import { jsonOption } from "../run/result-json.ts";
import { listenForStop } from "../run/stop-signals.ts";
import { secondsIn, threadsFrom } from "../run/values.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, percent } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { wordStream } from "../terminal/streams.ts";
import { dim } from "../terminal/style.ts";
import { paragraph } from "../terminal/table.ts";

export const worker: Command = {
  name: "worker",
  says: "Train the runs that sweeps hand out on a queue, and send back what comes, until stopped.",
  options: {
    queue: { ...queueOption.queue, otherwise: queueVariable },
    threads: { value: "count", says: "runs side by side", otherwise: "one a core" },
    idle: {
      value: "time",
      says: "end when there was nothing to train for so long: 90s, 10m, 2h",
      otherwise: "wait for ever",
    },
    ...pluginOption,
    ...jsonOption,
  },
  examples: [
    ["worker --queue redis://login-node:6379", "on as many machines as there are"],
    [`worker --queue ${queueVariable} --idle 10m`, "as a job of a cluster, which ends"],
  ],
  async run({ options }) {
    const { readQueueAddress, work } = await loadQueue();
    const given = options.queue ?? (process.env[queueVariable] ? queueVariable : undefined);
    if (given === undefined) {
      throw new InputError(
        "a worker needs a queue",
        `--queue redis://host:6379, or ${queueVariable} in the environment`,
      );
    }
    const address = readQueueAddress(addressText(given));
    const threads = threadsFrom(options) ?? availableParallelism();
    const idleSeconds = options.idle === undefined ? undefined : secondsIn("idle", options.idle);
    const line = liveLine(wordStream());
    const stop = listenForStop(() => line.say(dim("Giving back what is under way …")));
    const done: Record<RunCame, number> = { ended: 0, diverged: 0, failed: 0, "given back": 0 };
    const latest = new Map<RunConfig, string>();
    const show = () =>
      line.show(() =>
        [
          `${count(done.ended + done.diverged)} runs trained`,
          ...(done.failed > 0 ? [`${count(done.failed)} failed`] : []),
          ...[...latest.values()].map(dim),
        ].join("  "),
      );
    print(paragraph(`A worker of ${address.shown}, ${count(threads)} runs side by side.`));
    try {
      await work(address, {
        threads,
        idleSeconds,
        signal: stop.signal,
        onLack: tellLacks(line),
        onRow(config, { step, testAccuracy }) {
          const { task, seed } = config;
          const far = `step ${count(step)}, test ${percent(testAccuracy)}`;
          latest.set(config, `${task}, seed ${seed}: ${far}`);
          show();
        },
        onRun(config, came) {
          latest.delete(config);
          done[came]++;
          show();
        },
      });
    } finally {
      line.end();
      stop.release();
    }
    const { ended, diverged, failed, "given back": givenBack } = done;
    if (options.json) printJson({ ended, diverged, failed, givenBack });
    else {
      const parts = [
        `${count(ended + diverged)} runs trained`,
        ...(failed > 0 ? [`${count(failed)} failed`] : []),
        ...(givenBack > 0 ? [`${count(givenBack)} given back`] : []),
      ];
      print(paragraph(`${parts.join(", ")}.`));
    }
    return stop.signal.aborted ? stop.exitCode() : exitCodes.done;
  },
};
