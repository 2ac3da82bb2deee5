import { wasmEngine } from "@grokscape/trainer/wasm";
import { expose } from "comlink";
import { liveService } from "./service.ts";

expose(liveService(wasmEngine()));
