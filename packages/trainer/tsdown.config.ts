import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/tfjs/index.ts",
    "src/tfjs-kernels/index.ts",
    "src/measures/index.ts",
    "src/node/index.ts",
    "src/node/sweep-worker.ts",
    "src/wasm/index.ts",
    "src/worker/index.ts",
  ],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: true,
  fixedExtension: false,
});
