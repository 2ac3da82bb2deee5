import { wasmEngine } from "@grokscape/trainer/wasm";
import { serveTraining } from "@grokscape/trainer/worker";
import { readers } from "./readers.ts";

serveTraining(wasmEngine(), readers);
