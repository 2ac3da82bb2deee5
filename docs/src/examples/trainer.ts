import { runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.6 },
  model: { width: 256 },
  optimiser: { kind: "adam", learningRate: 3e-3 },
  evaluateEvery: 1,
});
const run = train(config, { engine: wasmEngine({ threads: 1 }) });
let next = await run.next();
while (!next.done) next = await run.next(); // each is a row of measurements
const { memorisedAt, generalisedAt } = next.value;
console.log(`memorised at step ${memorisedAt}, understood at step ${generalisedAt}`);
