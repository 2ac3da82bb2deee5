import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/palette/index.ts", "src/server/index.ts", "src/node/index.ts"],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: true,
  fixedExtension: false,
});
