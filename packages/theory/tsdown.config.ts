import { defineConfig } from "tsdown";
import { modules, oneFile } from "../../tsdown.shared.ts";

export default defineConfig([modules(["src/index.ts"]), oneFile("src/index.ts")]);
