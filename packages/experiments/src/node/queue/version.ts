import { referenceEngine } from "@grokscape/trainer";
import { wasmEngine, wasmSupport } from "@grokscape/trainer/wasm";

/** Of what is said on a queue; a change of it makes workers and coordinators of before and after strangers. */
const protocol = 1;

const engines = [...(wasmSupport().simd ? [wasmEngine()] : []), referenceEngine].map(
  ({ name, numericVersion }) => `${name} ${numericVersion}`,
);

/** What those must agree on who work together: "protocol 1, wasm 3, reference 3". */
export const versionHere = [`protocol ${protocol}`, ...engines].join(", ");

/** The name of the jobs' queue: each version has its own, so that none can take another's. */
export const queueName = `runs-${versionHere.replaceAll(/[^a-z0-9.]+/g, "-")}`;
