import { wasmEngine } from "@grokscape/trainer/wasm";
import { serveTraining } from "@grokscape/trainer/worker";

serveTraining(wasmEngine({ threads: 1 }));
