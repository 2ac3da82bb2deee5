import { defineConfig } from "tsdown";
import { modules, oneFile } from "../../tsdown.shared.ts";

export default defineConfig([
  modules(
    [
      "src/index.ts",
      "src/forms/index.ts",
      "src/works/index.ts",
      "src/testing/index.ts",
      "src/small-groups/at-once.ts",
      "src/small-groups/on-demand.ts",
      "src/task/known/at-once.ts",
      "src/task/known/on-demand.ts",
    ],
    // a module stays a module, so that a bundler takes only those it needs
    { unbundle: true, deps: { neverBundle: [/^#/] } },
  ),
  oneFile("src/index.ts"),
]);
