import type { Activation } from "./activation.ts";
import { checkModel } from "./check.ts";
import { modelDefaults } from "./fields.ts";
import { given } from "./requirement.ts";

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
 * A network as a person writes it: whatever differs from the paper's, of 512 nodes. A field that is
 * undefined counts as not given.
 *
 * @throws InputError naming a field that is not as it must be, or options that contradict each other
 */
export function mlp(spec: Partial<Omit<MlpSpec, "kind">> = {}): MlpSpec {
  const complete = { ...modelDefaults("mlp"), ...given("model", spec) } as MlpSpec;
  checkModel(complete);
  return complete;
}
