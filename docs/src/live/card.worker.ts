import { wasmEngine } from "@grokscape/trainer/wasm";
import { webgpuEngine } from "@grokscape/trainer/webgpu";
import { serveTraining } from "@grokscape/trainer/worker";
import { readers } from "./readers.ts";

serveTraining(webgpuEngine(), readers, wasmEngine());
