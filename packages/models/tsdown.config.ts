import { defineConfig } from "tsdown";
import { modules } from "../../tsdown.shared.ts";

export default defineConfig(
  modules(["src/index.ts", "src/network/index.ts", "src/reference/index.ts", "src/tfjs/index.ts"]),
);
