import { wasmEngine } from "@grokscape/trainer/wasm";
import { goldenRecipes, goldenRun } from "../golden.ts";

// Says, as JSON, the hash of each golden run's weights in the Node that runs it.
const hashes: Record<string, string> = {};
for (const recipe of goldenRecipes) {
  for (const threads of [1, 2]) {
    hashes[`${recipe}, ${threads}`] = await goldenRun(wasmEngine({ threads }), recipe);
  }
}
console.log(JSON.stringify({ node: process.versions.node, hashes }));
