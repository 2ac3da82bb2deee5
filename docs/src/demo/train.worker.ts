import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { serveTraining } from "@grokscape/trainer/worker";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";

serveTraining(tfjsEngine({ wasmUrl: new URL(wasmUrl, self.location.href).href }));
