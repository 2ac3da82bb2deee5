import { defineConfig } from "tsdown";
import { modules, oneFile } from "../../tsdown.shared.ts";

export default defineConfig([
  modules([
    "src/index.ts",
    "src/internal.ts",
    "src/engines/tfjs/index.ts",
    "src/node/index.ts",
    "src/node/sweep-worker.ts",
    "src/settings/index.ts",
    "src/engines/wasm/index.ts",
    "src/engines/webgpu/index.ts",
    "src/worker/index.ts",
  ]),
  oneFile("src/browser/index.ts"),
]);
