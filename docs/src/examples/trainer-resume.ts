import { decodeCheckpoint, encodeCheckpoint, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

const engine = wasmEngine({ threads: 1 });
const config = runConfig({ task: "cyclic:11", model: { width: 64 }, steps: 200, goal: null });

let half: Uint8Array | undefined;
const whole = train(config, {
  engine,
  checkpointEvery: 100,
  onCheckpoint(state) {
    half ??= encodeCheckpoint(state);
  },
});
let next = await whole.next();
while (!next.done) next = await whole.next();

const rest = train(config, { engine, resumeFrom: decodeCheckpoint(half!) });
let again = await rest.next();
while (!again.done) again = await rest.next();
console.log("a checkpoint of", half!.length, "bytes at step 100");
console.log("same weights at the end:", again.value.weightsHash === next.value.weightsHash);
