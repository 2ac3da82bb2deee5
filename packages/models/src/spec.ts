/** Entry-wise non-linearity σ of the hidden nodes: z², max(z, 0), z/(1+e⁻ᶻ), max(z, 0)². */
export type Activation = "quadratic" | "relu" | "silu" | "relu2";
export const activations: readonly Activation[] = ["quadratic", "relu", "silu", "relu2"];

/**
 * The paper's two-layer network, as plain data: Ŷ = β·σ(X W) V, where a row of X is the
 * concatenation of the operands' one-hot vectors (arXiv 2509.21519, Sec. 2).
 */
export interface MlpSpec {
  readonly kind: "mlp";
  /** Hidden nodes K. */
  readonly width: number;
  readonly activation: Activation;
  /** β, multiplies the output; 1 in the paper's main text (App. C.3). */
  readonly outputScale: number;
  /** Multiplies V at the start; 0 is the paper's zero-init (Sec. 3.2). */
  readonly topInit: number;
}

export type ModelSpec = MlpSpec;
