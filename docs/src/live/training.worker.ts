import { wasmEngine } from "@grokscape/trainer/wasm";
import tfjsFile from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { expose } from "comlink";
import { liveService } from "./service.ts";

const kernels = wasmEngine();

expose(
  liveService(async (config) => {
    if (kernels.knows(config)) return kernels;
    const { tfjsEngine } = await import("@grokscape/trainer/tfjs");
    return tfjsEngine({ wasmUrl: new URL(tfjsFile, self.location.href).href });
  }),
);
