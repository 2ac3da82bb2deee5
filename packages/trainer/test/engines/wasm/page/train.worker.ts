import { wasmEngine } from "@grokscape/trainer/wasm";
import { weightsAfterShortRun } from "../short-run.ts";

addEventListener("message", ({ data: threads }: MessageEvent<number | undefined>) => {
  weightsAfterShortRun(wasmEngine({ threads })).then(postMessage, (error) =>
    postMessage(`refused: ${error.name}: ${error.message}`),
  );
});
