import { activationForm } from "./activation.ts";
import type { Contradiction } from "./contradiction.ts";
import { choice, type Form, flag, notNegative, positive, whole } from "./form.ts";

/**
 * A field of a network: its form, what holds where nothing is said, for each kind that has it, and what
 * it contradicts.
 */
export interface ModelField {
  readonly form: Form;
  readonly mlp?: number | string | boolean;
  readonly transformer?: number | string | boolean;
  readonly contradicts?: readonly Contradiction[];
}

/** More than one array of weights can hold for any task. */
const size = whole(1, 2 ** 24);
/** Each is tensors of its own, and a part of the graph that every step goes through. */
const mostLayers = 1024;

const isPolynomial = (activation: string) => /^(quadratic|linear|power|mixed)\b/.test(activation);

/** All fields of networks. The defaults are the paper's network, and that of Nanda et al. */
export const modelFields = {
  /**
   * Of an mlp: hidden nodes K of every hidden layer. Of a transformer: d, numbers a token is
   * represented by between blocks. At most 2²⁴, like all sizes.
   */
  width: { form: size, mlp: 512, transformer: 128 },
  /** Residual layers after the first, at most 1024: F ← σ(F + F·H_i) (Sec. 6). */
  hiddenLayers: { form: whole(0, mostLayers), mlp: 0 },
  /** Blocks of attention and MLP, at most 1024. */
  layers: { form: whole(1, mostLayers), transformer: 1 },
  /** Attention heads of a block, d/heads wide each. */
  heads: {
    form: size,
    transformer: 4,
    contradicts: [
      {
        field: "width",
        when: (heads: number, width: number) => width % heads !== 0,
        why: "every head has width/heads columns",
        wayOut: () => "take a width that is a multiple of heads",
      },
    ],
  },
  /** Hidden nodes of a block's MLP. */
  mlpWidth: { form: size, transformer: 512 },
  /** σ of the hidden nodes; of a transformer, of its MLPs'. */
  activation: {
    form: activationForm,
    mlp: "quadratic",
    transformer: "relu",
    contradicts: [
      {
        field: "weights",
        when: (activation: string, weights: string) =>
          weights === "complex" && !isPolynomial(activation),
        why: "it is not defined for complex numbers",
        wayOut: () => "take quadratic, linear, power:<q>, mixed:<a>,<b>, or real weights",
      },
    ],
  },
  /**
   * complex: W, H_i and V are complex, σ is applied to the complex z as it stands (z², not |z|²), and
   * the logits are the real part of F·V, as in the author's code. Each part of a weight starts at
   * 1/√2 of a real weight's spread. σ must be a polynomial.
   */
  weights: { form: choice("real", "complex"), mlp: "real" },
  /**
   * What an operand's symbol is to W: a one-hot vector, which picks a row of the operand's own part of
   * W; the same with one part for all operands, so that the answer cannot depend on their order; a row
   * of a trained table E that all operands share, or a row of a trained table of each operand's own.
   */
  embedding: { form: choice("one-hot", "shared", "trainable", "per-operand"), mlp: "one-hot" },
  /** How the operands' parts of XW meet before σ: added up, or multiplied entry by entry. */
  combine: { form: choice("sum", "product"), mlp: "sum" },
  /**
   * Layer norm (Ba et al., arXiv 1607.06450; ε = 1e-5): after each residual sum, or before attention,
   * MLP and the top layer; or none.
   */
  layerNorm: { form: choice("none", "pre", "post"), transformer: "none" },
  /**
   * Before σ, each node's z is shifted and scaled to mean 0 and variance 1 (+ 1e-5) over the batch,
   * then multiplied and shifted by trained numbers (Ioffe & Szegedy, arXiv 1502.03167). Outside of
   * training, mean and variance are those of the whole training set at the present weights, where
   * others keep running averages: nothing of a run lies outside its weights.
   */
  batchNorm: {
    form: flag,
    mlp: false,
    contradicts: [
      {
        field: "weights",
        when: (batchNorm: boolean, weights: string) => batchNorm && weights === "complex",
        why: "a complex z has no one variance to scale by",
        wayOut: () => "take real weights, or no batch norm",
      },
    ],
  },
  /**
   * Adds a trained row to z in every hidden layer of an mlp that has no batch norm, and to its logits;
   * to the nodes of a transformer's MLPs and to what they give back.
   */
  bias: { form: flag, mlp: false, transformer: true },
  /** α, multiplies all weights at the start. */
  initScale: { form: positive, mlp: 1, transformer: 1 },
  /**
   * Multiplies V (W_U of a transformer) and the logits' bias at the start, beside α; 0 is the paper's
   * zero-init (Sec. 3.2).
   */
  topInit: { form: notNegative, mlp: 1, transformer: 1 },
  /** β, multiplies the output; 1 in the paper's main text (App. C.3). */
  outputScale: { form: positive, mlp: 1, transformer: 1 },
} satisfies Readonly<Record<string, ModelField>>;

/** What each kind of network has where nothing is said. */
export function modelDefaults(kind: "mlp" | "transformer"): Record<string, unknown> {
  const entries = Object.entries<ModelField>(modelFields).flatMap(([name, { [kind]: usual }]) =>
    usual === undefined ? [] : [[name, usual]],
  );
  return { kind, ...Object.fromEntries(entries) };
}
