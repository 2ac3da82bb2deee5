import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/testing/index.ts",
    "src/small-groups/at-once.ts",
    "src/small-groups/on-demand.ts",
    "src/task/known/at-once.ts",
    "src/task/known/on-demand.ts",
  ],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: true,
  fixedExtension: false,
  // a module stays a module, so that a bundler takes only those it needs
  unbundle: true,
  deps: { neverBundle: [/^#/] },
});
