import { wasmEngine } from "@grokscape/trainer/wasm";
import { type GoldenName, goldenRun } from "../golden.ts";

// Says, as JSON, the hash of each golden run's weights in the Node that runs it.
const names: readonly GoldenName[] = ["mse", "cross-entropy"];
const hashes: Record<string, string> = {};
for (const name of names) {
  for (const threads of [1, 2]) {
    hashes[`${name}, ${threads}`] = await goldenRun(wasmEngine({ threads }), name);
  }
}
console.log(JSON.stringify(hashes));
