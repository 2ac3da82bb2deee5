// Our own kernels: node grokscape.ts <threads>
import { wasmEngine } from "@grokscape/trainer/wasm";
import { engineTrainee, serve } from "./serve.ts";

const threads = Number(process.argv[2]);
await serve({ library: "grokscape" }, engineTrainee(wasmEngine({ threads })));
