import { type RunRecord, runConfig, train } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { demoConfig, offeredTasks } from "../demo/settings.ts";

/** The first page's run at a train fraction, in percent, trained to its end. */
export async function measure(percent: number): Promise<RunRecord> {
  const config = runConfig(demoConfig(offeredTasks[0], percent));
  const rows = train(config, { engine: tfjsEngine() });
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}
