import { defineConfig } from "tsdown";
import { modules, oneFile } from "../../tsdown.shared.ts";

export default defineConfig([
  modules(["src/index.ts", "src/palette/index.ts", "src/server/index.ts", "src/node/index.ts"]),
  oneFile("src/index.ts"),
]);
