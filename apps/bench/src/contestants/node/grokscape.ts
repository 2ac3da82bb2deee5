// Our own kernels: node grokscape.ts <threads> [fast]
import { wasmEngine } from "@grokscape/trainer/wasm";
import { engineTrainee, serve } from "./serve.ts";

const engine = wasmEngine({ threads: Number(process.argv[2]), fast: process.argv[3] === "fast" });
await serve({ library: engine.name }, engineTrainee(engine));
