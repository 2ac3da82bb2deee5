// Inputs that are nearly right, by the million: `pnpm fuzz` gives them to all that takes what strangers write.
// Each is used, or refused by an error of ours in one line, in bounded time and memory.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { commandLine } from "../command-line.ts";
import { machine } from "../machine.ts";
import { openTargets } from "./targets.ts";
import type { Asked, Fault, Told } from "./worker.ts";

const usage = "pnpm fuzz [--inputs 1000000] [--seed 1] [--only tasks,configs] [--save file.json]";
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    save: { type: "string" },
  },
});

/** Seconds that one input may take, and memory that all may, bytes: of a stranger's file no more is asked. */
const limits = { seconds: 10, memory: 3 * 2 ** 30 };

const { targets, end } = await openTargets();
end();
const names = some(
  values.only,
  targets.map(({ name }) => name),
);
const chosen = targets.filter(({ name }) => names.includes(name));
const weights = chosen.reduce((sum, { weight }) => sum + weight, 0);
const [inputs, seed] = [wholeNumber("inputs", values.inputs), wholeNumber("seed", values.seed)];

const began = performance.now();
const told = [];
for (const { name, weight } of chosen) {
  const count = Math.ceil((inputs * weight) / weights);
  const start = performance.now();
  const { faults, ...came } = await all(name, count);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  told.push({ name, inputs: count, ...came, seconds, faults: faults.length });
  const { used, refused, slowest } = came;
  console.log(
    `${name}: ${count} inputs, ${used} used, ${refused} refused, the slowest ${slowest.toFixed(0)} ms, in ${seconds} s`,
  );
  for (const { index, input, what } of faults.slice(0, 5)) {
    console.log(`  FAULT of input ${index} of seed ${seed}: ${what}\n  ${input}`);
  }
}
const faults = told.reduce((sum, one) => sum + one.faults, 0);
const total = told.reduce((sum, one) => sum + one.inputs, 0);
console.log(`${total} inputs, ${faults} faults`);
if (values.save) {
  const report = {
    command: ["pnpm --filter @grokscape/bench fuzz", ...process.argv.slice(2)].join(" "),
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    inputs: total,
    seconds: Math.round((performance.now() - began) / 1000),
    targets: told,
  };
  writeFileSync(values.save, `${JSON.stringify(report, null, 2)}\n`);
}
process.exitCode = faults > 0 ? 1 : 0;

/** All inputs of a target; where one does not end, its thread does, and another goes on after it. */
async function all(target: string, count: number): Promise<Told> {
  let [used, refused, slowest] = [0, 0, 0];
  const faults: Fault[] = [];
  for (let from = 0; from < count; ) {
    const came = await thread({ target, seed, from, count: count - from });
    if ("stuck" in came) {
      if (came.stuck < from) throw new Error(`${target}: ${came.what}, before the first input`);
      faults.push({ target, seed, index: came.stuck, input: "", what: came.what });
      from = came.stuck + 1;
      continue;
    }
    used += came.used;
    refused += came.refused;
    slowest = Math.max(slowest, came.slowest);
    faults.push(...came.faults);
    break;
  }
  return { used, refused, slowest, faults };
}

type Came = Told | { readonly stuck: number; readonly what: string };

function thread(asked: Omit<Asked, "clock">): Promise<Came> {
  const clock = new SharedArrayBuffer(4);
  const under = new Int32Array(clock).fill(-1);
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { ...asked, clock } satisfies Asked,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return new Promise((resolve) => {
    let last = { index: -1, since: performance.now() };
    const watch = setInterval(() => {
      const index = Atomics.load(under, 0);
      if (index !== last.index) last = { index, since: performance.now() };
      if (process.memoryUsage.rss() > limits.memory) stop("takes too much memory");
      else if (index >= 0 && performance.now() - last.since > limits.seconds * 1000)
        stop("does not end");
    }, 100);
    const settle = (came: Came) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(came);
    };
    const stop = (what: string) => settle({ stuck: Atomics.load(under, 0), what });
    worker.once("message", settle);
    worker.once("error", (error) => stop(String(error)));
  });
}
