import { tfjsEngine } from "@grokscape/trainer/tfjs";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { committedRuns, trainAll } from "../runs.ts";

const threads = Number(new URLSearchParams(location.search).get("threads"));
const told = await trainAll(navigator.userAgent, committedRuns(tfjsEngine({ wasmUrl }), threads));
await fetch("told", { method: "POST", body: JSON.stringify(told) });
