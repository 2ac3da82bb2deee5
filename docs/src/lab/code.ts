import { type RunConfigInput, runConfig } from "@grokscape/trainer";
import { configOf, type Draft } from "./draft.ts";

/** A program that trains the same run with the packages; empty for a run that cannot be. */
export function codeOf(draft: Draft, size: number): string {
  const whole = configOf(draft, size);
  if (!isSame(whole, whole)) return "";
  const brief = briefly(whole);
  const config = JSON.stringify(brief, null, 2).replace(/"(\w+)":/g, "$1:");
  return `import { runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";

const config = runConfig(${config});

const rows = train(config, { engine: wasmEngine() });
let row = await rows.next();
while (!row.done) row = await rows.next();
const { memorisedAt, generalisedAt, weightsHash } = row.value;
console.log(memorisedAt, generalisedAt, weightsHash);
`;
}

/** The config without whatever `runConfig` fills in by itself. */
function briefly(config: RunConfigInput): RunConfigInput {
  const brief = structuredClone(config);
  const prune = (part: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(part)) {
      delete part[key];
      if (isSame(brief, config)) continue;
      part[key] = value;
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        prune(value as Record<string, unknown>);
      }
    }
  };
  prune(brief as unknown as Record<string, unknown>);
  return brief;
}

/** Whether two configs are the same run, and a run at all. */
function isSame(one: RunConfigInput, other: RunConfigInput): boolean {
  const means = (input: RunConfigInput) => JSON.stringify(runConfig(input));
  try {
    return means(one) === means(other);
  } catch {
    return false;
  }
}
