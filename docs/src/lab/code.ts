import { configOf, type Settings } from "./settings.ts";

/** A program that trains the same run with the packages. */
export function codeOf(settings: Settings, size: number): string {
  const config = JSON.stringify(configOf(settings, size), null, 2).replace(/"(\w+)":/g, "$1:");
  const deep = settings.layers > 0;
  const [engine, from] = deep ? ["tfjsEngine", "tfjs"] : ["wasmEngine", "wasm"];
  return `import { runConfig, train } from "@grokscape/trainer";
import { ${engine} } from "@grokscape/trainer/${from}";

const config = runConfig(${config});

const rows = train(config, { engine: ${engine}() });
let row = await rows.next();
while (!row.done) row = await rows.next();
const { memorisedAt, generalisedAt, weightsHash } = row.value;
console.log(memorisedAt, generalisedAt, weightsHash);
`;
}
