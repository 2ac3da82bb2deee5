import { checkMlp, type MlpSpec } from "./mlp.ts";

/** Any network that can be trained here; `kind` tells which. */
export type ModelSpec = MlpSpec;

/** @throws InputError for options that contradict each other */
export function checkModel(spec: ModelSpec): void {
  checkMlp(spec);
}
