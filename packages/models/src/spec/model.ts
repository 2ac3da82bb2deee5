import type { Activation } from "./activation.ts";

/**
 * A network with one hidden layer or more, as plain data. With the defaults of `mlp` it is the
 * paper's: Ŷ = β·σ(X W) V, a row of X the concatenation of the operands' one-hot vectors
 * (arXiv 2509.21519, Sec. 2).
 */
export interface MlpSpec {
  readonly kind: "mlp";
  /** Hidden nodes K of every hidden layer, at most 2²⁴. */
  readonly width: number;
  readonly activation: Activation;
  /** Residual layers after the first, at most 1024: F ← σ(F + F·H_i) (Sec. 6). */
  readonly hiddenLayers: number;
  /**
   * complex: W, H_i and V are complex, σ is applied to the complex z as it stands (z², not |z|²), and
   * the logits are the real part of F·V, as in the author's code. Each part of a weight starts at
   * 1/√2 of a real weight's spread. σ must be a polynomial.
   */
  readonly weights: "real" | "complex";
  /** Adds a trained row to z in every hidden layer that has no batch norm, and to the logits. */
  readonly bias: boolean;
  /**
   * Before σ, each node's z is shifted and scaled to mean 0 and variance 1 (+ 1e-5) over the batch,
   * then multiplied and shifted by trained numbers (Ioffe & Szegedy, arXiv 1502.03167). Outside of
   * training, mean and variance are those of the whole training set at the present weights, where
   * others keep running averages: nothing of a run lies outside its weights.
   */
  readonly batchNorm: boolean;
  /**
   * What an operand's symbol is to W: a one-hot vector, a row of a trained table E that all operands
   * share, or a row of a trained table of each operand's own.
   */
  readonly embedding: "one-hot" | "trainable" | "per-operand";
  /** How the operands' parts of XW meet before σ: added up, or multiplied entry by entry. */
  readonly combine: "sum" | "product";
  /** β, multiplies the output; 1 in the paper's main text (App. C.3). */
  readonly outputScale: number;
  /** α, multiplies all weights at the start. */
  readonly initScale: number;
  /** Multiplies V and the logits' bias at the start, beside α; 0 is the paper's zero-init (Sec. 3.2). */
  readonly topInit: number;
}

/**
 * A decoder-only transformer that reads the operands and then the token "=", and answers at that last
 * token, as plain data. With the defaults of `transformer` it is that of Nanda et al. (Progress
 * measures for grokking, arXiv 2301.05217): one layer, no layer norm. Power et al. (Grokking, arXiv
 * 2201.02177) train one with two layers, layer norm "post" and no biases; their sequence also names
 * the operation, and their positions are fixed waves where ours are trained.
 */
export interface TransformerSpec {
  readonly kind: "transformer";
  /** Blocks of attention and MLP, at most 1024. */
  readonly layers: number;
  /** d, numbers a token is represented by between blocks; at most 2²⁴, like all sizes. */
  readonly width: number;
  /** Attention heads of a block, d/heads wide each. */
  readonly heads: number;
  /** Hidden nodes of a block's MLP. */
  readonly mlpWidth: number;
  /** σ of the MLPs. */
  readonly activation: Activation;
  /**
   * Layer norm (Ba et al., arXiv 1607.06450; ε = 1e-5): after each residual sum, or before attention,
   * MLP and the top layer; or none.
   */
  readonly layerNorm: "none" | "pre" | "post";
  /** Adds a trained row to the MLPs' nodes and to what they give back. */
  readonly bias: boolean;
  /** β, multiplies the output. */
  readonly outputScale: number;
  /** α, multiplies all weights at the start. */
  readonly initScale: number;
  /** Multiplies W_U at the start, beside α; 0 is zero-init. */
  readonly topInit: number;
}

/** Any network that can be trained here; `kind` tells which. */
export type ModelSpec = MlpSpec | TransformerSpec;

/** A network as a person writes it: an mlp, unless its kind says otherwise, and whatever differs from its defaults. */
export type ModelInput =
  | Partial<MlpSpec>
  | (Pick<TransformerSpec, "kind"> & Partial<TransformerSpec>);
