import { defineConfig } from "tsdown";
import { notice } from "../../tsdown.shared.ts";

export default defineConfig({
  entry: { main: "src/main.ts", "train-thread": "src/run/train-thread.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  dts: false,
  copy: [notice],
  fixedExtension: false,
});
