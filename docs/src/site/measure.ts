import { type RunConfigInput, type RunRecord, runConfig, train } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";

/** A run trained to its end, on our kernels where they know the network. */
export async function measure(input: RunConfigInput): Promise<RunRecord> {
  const config = runConfig(input);
  const kernels = wasmEngine({ threads: 1 });
  const engine = kernels.knows(config) ? kernels : tfjsEngine();
  const rows = train(config, { engine });
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}
