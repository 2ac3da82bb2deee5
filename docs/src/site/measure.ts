import { type RunConfigInput, type RunRecord, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

/** A run trained to its end, on our kernels. */
export async function measure(input: RunConfigInput): Promise<RunRecord> {
  const config = runConfig(input);
  const rows = train(config, { engine: wasmEngine({ threads: 1 }) });
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}
