import type { MlpSpec } from "./mlp.ts";
import type { TransformerSpec } from "./transformer.ts";

/** Any network that can be trained here; `kind` tells which. */
export type ModelSpec = MlpSpec | TransformerSpec;

/** A network as a person writes it: an mlp, unless its kind says otherwise, and whatever differs from its defaults. */
export type ModelInput =
  | Partial<MlpSpec>
  | (Pick<TransformerSpec, "kind"> & Partial<TransformerSpec>);
