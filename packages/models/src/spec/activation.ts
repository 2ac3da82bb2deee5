/**
 * Entry-wise non-linearity σ of the hidden nodes: z², max(z, 0), z/(1+e⁻ᶻ), max(z, 0)², z; z^q for
 * `power:q`, q a whole number from 2 to 64 (z^64
 * leaves float32 where |z| ≥ 4); a·z + b·z² for `mixed:a,b`; for `gelu` z/(1+e^−2u) with
 * u = √(2/π)·(z + 0.044715·z³), the tanh form of z·Φ(z) (Hendrycks & Gimpel, arXiv 1606.08415).
 */
export type Activation =
  | "quadratic"
  | "relu"
  | "silu"
  | "relu2"
  | "gelu"
  | "linear"
  | `power:${number}`
  | `mixed:${number},${number}`;

/** The activations that have no parameters. */
export const activations = ["quadratic", "relu", "silu", "relu2", "gelu", "linear"] as const;
