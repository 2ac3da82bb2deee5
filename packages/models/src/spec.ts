/**
 * Entry-wise non-linearity σ of the hidden nodes: z², max(z, 0), z/(1+e⁻ᶻ), max(z, 0)², z; z^q for
 * `power:q`, q a whole number from 2 on; a·z + b·z² for `mixed:a,b`.
 */
export type Activation =
  | "quadratic"
  | "relu"
  | "silu"
  | "relu2"
  | "linear"
  | `power:${number}`
  | `mixed:${number},${number}`;

/** The activations that have no parameters. */
export const activations = ["quadratic", "relu", "silu", "relu2", "linear"] as const;

/**
 * A network with one hidden layer or more, as plain data. With the defaults of `mlp` it is the
 * paper's: Ŷ = β·σ(X W) V, a row of X the concatenation of the operands' one-hot vectors
 * (arXiv 2509.21519, Sec. 2).
 */
export interface MlpSpec {
  readonly kind: "mlp";
  /** Hidden nodes K of every hidden layer. */
  readonly width: number;
  readonly activation: Activation;
  /** Residual layers after the first: F ← σ(F + F·H_i) (Sec. 6). */
  readonly hiddenLayers: number;
  /** What an operand's symbol is to W: a one-hot vector, or a row of a trained table E that all operands share. */
  readonly embedding: "one-hot" | "trainable";
  /** How the operands' parts of XW meet before σ: added up, or multiplied entry by entry. */
  readonly combine: "sum" | "product";
  /** β, multiplies the output; 1 in the paper's main text (App. C.3). */
  readonly outputScale: number;
  /** α, multiplies all weights at the start. */
  readonly initScale: number;
  /** Multiplies V at the start, beside α; 0 is the paper's zero-init (Sec. 3.2). */
  readonly topInit: number;
}

export type ModelSpec = MlpSpec;

/** A network as a person writes it: its width, and whatever differs from the paper's. */
export function mlp(spec: Pick<MlpSpec, "width"> & Partial<Omit<MlpSpec, "kind">>): MlpSpec {
  return {
    kind: "mlp",
    activation: "quadratic",
    hiddenLayers: 0,
    embedding: "one-hot",
    combine: "sum",
    outputScale: 1,
    initScale: 1,
    topInit: 1,
    ...spec,
  };
}
