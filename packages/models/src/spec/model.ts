import type { modelFields } from "./fields.ts";
import type { Form, ValueOf } from "./form.ts";

type Fields = typeof modelFields;

type NamesOf<Kind> = {
  [Name in keyof Fields]: Kind extends keyof Fields[Name] ? Name : never;
}[keyof Fields];

type Values<Of extends Readonly<Record<string, { readonly form: Form }>>> = {
  readonly [Name in keyof Of]: ValueOf<Of[Name]["form"]>;
};

/**
 * A network with one hidden layer or more, as plain data. With the defaults of `mlp` it is the
 * paper's: Ŷ = β·σ(X W) V, a row of X the concatenation of the operands' one-hot vectors
 * (arXiv 2509.21519, Sec. 2).
 */
export interface MlpSpec extends Values<Pick<Fields, NamesOf<"mlp">>> {
  readonly kind: "mlp";
}

/**
 * A decoder-only transformer that reads the operands and then the token "=", and answers at that last
 * token, as plain data. With the defaults of `transformer` it is that of Nanda et al. (Progress
 * measures for grokking, arXiv 2301.05217): one layer, no layer norm. Power et al. (Grokking, arXiv
 * 2201.02177) train one with two layers, layer norm "post" and no biases; their sequence also names
 * the operation, and their positions are fixed waves where ours are trained.
 */
export interface TransformerSpec extends Values<Pick<Fields, NamesOf<"transformer">>> {
  readonly kind: "transformer";
}

/** Any network that can be trained here; `kind` tells which. */
export type ModelSpec = MlpSpec | TransformerSpec;

/** A network as a person writes it: an mlp, unless its kind says otherwise, and whatever differs from its defaults. */
export type ModelInput =
  | Partial<MlpSpec>
  | (Pick<TransformerSpec, "kind"> & Partial<TransformerSpec>);
