import { type RunRecord, runConfig, train } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { demoConfig, offeredTasks } from "../demo/settings.ts";

const runs = new Map<number, Promise<RunRecord>>();
let queue: Promise<unknown> = Promise.resolve();

/** The first page's run with that train fraction, trained while the site is built, once. */
export function measuredRun(percent: number): Promise<RunRecord> {
  let run = runs.get(percent);
  if (!run) {
    run = queue.then(() => trained(percent));
    queue = run;
    runs.set(percent, run);
  }
  return run;
}

async function trained(percent: number): Promise<RunRecord> {
  const rows = train(runConfig(demoConfig(offeredTasks[0], percent)), { engine: tfjsEngine() });
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}
