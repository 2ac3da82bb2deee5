import { type RunRecord, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { demoConfig, offeredTasks } from "../demo/settings.ts";

/** The first page's run at a train fraction, in percent, trained to its end. */
export async function measure(percent: number): Promise<RunRecord> {
  const config = runConfig(demoConfig(offeredTasks[0], percent));
  const rows = train(config, { engine: wasmEngine({ threads: 1 }) });
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}
