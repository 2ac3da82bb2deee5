import type { Activation } from "./activation.ts";
import { checkModel } from "./check.ts";
import { modelDefaults } from "./fields.ts";
import { given } from "./requirement.ts";

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

/**
 * A transformer as a person writes it: whatever differs from that of Nanda et al. A field that is
 * undefined counts as not given.
 *
 * @throws InputError naming a field that is not as it must be, or if the heads do not share the width
 *   out evenly
 */
export function transformer(spec: Partial<Omit<TransformerSpec, "kind">> = {}): TransformerSpec {
  const complete = { ...modelDefaults("transformer"), ...given("model", spec) } as TransformerSpec;
  checkModel(complete);
  return complete;
}
