import { defineConfig } from "tsdown";
import { modules } from "../../tsdown.shared.ts";

export default defineConfig(
  modules([
    "src/index.ts",
    "src/node/index.ts",
    "src/node/queue/index.ts",
    "src/planned-readings.ts",
  ]),
);
