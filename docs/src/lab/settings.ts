/** Everything that the laboratory's knobs decide, as one flat record. */
export interface Settings {
  readonly task: string;
  /** Percent of all examples. */
  readonly shown: number;
  /** The same share of every answer. */
  readonly stratify: boolean;
  /** a·b and b·a are shown or held out together. */
  readonly transposes: boolean;
  /** Symbols that are never shown, as "3,5"; empty: none. */
  readonly holdOut: string;
  /** In which place they are not, from 1; 0: in none. */
  readonly place: number;

  readonly kind: "mlp" | "transformer";
  readonly activation:
    | "quadratic"
    | "relu"
    | "silu"
    | "relu2"
    | "gelu"
    | "linear"
    | "power"
    | "mixed";
  /** q of x^q. */
  readonly power: number;
  /** a and b of a·x + b·x². */
  readonly linearPart: number;
  readonly squarePart: number;
  readonly bias: boolean;

  readonly width: number;
  /** Residual layers after the first. */
  readonly layers: number;
  readonly weights: "real" | "complex";
  readonly embedding: "one-hot" | "trainable" | "per-operand";
  readonly combine: "sum" | "product";
  readonly batchNorm: boolean;

  /** Of a transformer: its blocks, d, heads, and hidden nodes of a block. */
  readonly blocks: number;
  readonly dimension: number;
  readonly heads: number;
  readonly hidden: number;
  readonly layerNorm: "none" | "pre" | "post";

  /** What multiplies the top layer at the start. */
  readonly top: number;
  /** What multiplies all weights at the start. */
  readonly init: number;
  /** β, what multiplies the output. */
  readonly scale: number;

  readonly loss: "mse" | "cross-entropy" | "stablemax";
  readonly labelScale: number;
  readonly l1: number;
  readonly l2: number;
  /** η with which the top layer is solved at every step; 0: it is trained. */
  readonly ridge: number;

  readonly optimiser: "adam" | "adamw" | "muon" | "sgd";
  readonly rate: number;
  readonly decay: number;
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly polar: "newton-schulz" | "exact";
  /** Examples an update sees; 0: all. */
  readonly batch: number;
  /** Multiple of the first norm that the weights are kept at; 0: they are free. */
  readonly clamp: number;

  /** How the learning rate goes on. */
  readonly schedule: "constant" | "cosine" | "step" | "multistep" | "exponential";
  readonly warmUp: number;
  readonly every: number;
  /** Steps, as "1000,2000". */
  readonly at: string;
  readonly factor: number;

  /** What is added to the gradients: a moving average, or that of a window. */
  readonly grokfast: "none" | "ema" | "ma";
  readonly alpha: number;
  readonly window: number;
  readonly lambda: number;
  readonly orthogonal: boolean;
  /** Largest norm of the gradients; 0: any. */
  readonly clip: number;

  readonly steps: number;
  /** Accuracy at which it stops; 0: never. */
  readonly goal: number;
  readonly hold: number;
  /** Steps from one measurement to the next; 0: as many as suit the size. */
  readonly look: number;
  readonly seed: number;
}

export type Knob = keyof Settings;

/** The first page's run. */
export const defaults: Settings = {
  task: "cyclic:23",
  shown: 60,
  stratify: false,
  transposes: false,
  holdOut: "",
  place: 0,

  kind: "mlp",
  activation: "quadratic",
  power: 3,
  linearPart: 1,
  squarePart: 1,
  bias: false,

  width: 256,
  layers: 0,
  weights: "real",
  embedding: "one-hot",
  combine: "sum",
  batchNorm: false,

  blocks: 1,
  dimension: 128,
  heads: 4,
  hidden: 512,
  layerNorm: "none",

  top: 1,
  init: 1,
  scale: 1,

  loss: "mse",
  labelScale: 1,
  l1: 0,
  l2: 0,
  ridge: 0,

  optimiser: "adam",
  rate: 3e-3,
  decay: 2e-4,
  momentum: 0.9,
  nesterov: false,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  polar: "newton-schulz",
  batch: 0,
  clamp: 0,

  schedule: "constant",
  warmUp: 0,
  every: 500,
  at: "1000,1500",
  factor: 0.5,

  grokfast: "none",
  alpha: 0.98,
  window: 100,
  lambda: 2,
  orthogonal: false,
  clip: 0,

  steps: 2000,
  goal: 0.99,
  hold: 50,
  look: 0,
  seed: 1,
};
