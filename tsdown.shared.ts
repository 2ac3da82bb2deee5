import { join } from "node:path";
import type { UserConfig } from "tsdown";

/** Whose data is in the packages: it goes where they go. */
export const notice = { from: join(import.meta.dirname, "NOTICE"), to: "dist" };

const common: UserConfig = { format: "esm", target: "es2022", fixedExtension: false };

/** A package as modules, for Node and for bundlers. */
export const modules = (entry: string[], further: UserConfig = {}): UserConfig => ({
  ...common,
  entry,
  platform: "neutral",
  dts: true,
  copy: [notice],
  ...further,
});

/**
 * One file with all that it depends on, `dist/browser/index.js`, for a page without a bundler. What a
 * bundled page loads on demand is in it from the start, as in Node.
 */
export const oneFile = (entry: string): UserConfig => ({
  ...common,
  entry: { index: entry },
  outDir: "dist/browser",
  platform: "browser",
  dts: false,
  minify: true,
  deps: { alwaysBundle: /./, onlyBundle: false },
  outputOptions: { codeSplitting: false },
  inputOptions: {
    resolve: { conditionNames: ["@grokscape/source", "node", "import", "default"] },
  },
});
