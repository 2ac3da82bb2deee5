import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/network/index.ts", "src/reference/index.ts", "src/tfjs/index.ts"],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: true,
  fixedExtension: false,
});
