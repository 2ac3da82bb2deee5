import type { SplitSpec } from "@grokscape/group-datasets";
import type { ModelSpec } from "@grokscape/models";

/**
 * mse: the paper's, centred over classes (arXiv 2509.21519, Sec. 2). cross-entropy: of the softmax.
 * stablemax: cross-entropy of StableMax, which does not saturate (Prieto et al., arXiv 2501.04697).
 */
export type LossName = "mse" | "cross-entropy" | "stablemax";

/** What Adam keeps: decay rates of the two moments, and ε. */
interface AdamSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Stochastic gradient descent as PyTorch's, without dampening. */
export interface SgdSpec {
  readonly kind: "sgd";
  readonly learningRate: number;
  /** μ of buffer ← μ·buffer + gradient; 0 for none. */
  readonly momentum: number;
  /** Looks ahead: gradient + μ·buffer in place of the buffer. */
  readonly nesterov: boolean;
  /** λ, added to the gradient as λ·w. */
  readonly weightDecay: number;
}

/** Kingma & Ba, arXiv 1412.6980; adamw: Loshchilov & Hutter, arXiv 1711.05101. */
export interface AdamSpec extends AdamSettings {
  /** adam: decay is added to the gradient (L2); adamw: decay is decoupled. */
  readonly kind: "adam" | "adamw";
  readonly learningRate: number;
  readonly weightDecay: number;
}

/**
 * Muon (Jordan et al. 2024, kellerjordan.github.io/posts/muon): the hidden matrices (W and
 * H_i; attention and MLPs of a transformer) move by the polar factor of their momentum, times
 * √max(1, columns/rows), with decoupled decay. All other tensors (V, embeddings, biases) go by Adam
 * with the same learning rate and L2 decay.
 */
export interface MuonSpec extends AdamSettings {
  readonly kind: "muon";
  readonly learningRate: number;
  /** μ of buffer ← μ·buffer + (1 − μ)·gradient. */
  readonly momentum: number;
  /** Takes (1 − μ)·gradient + μ·buffer in place of the buffer. */
  readonly nesterov: boolean;
  readonly weightDecay: number;
  /** newton-schulz: Muon's own five steps, singular values land in about [0.7, 1.2]. exact: all are 1. */
  readonly polar: "newton-schulz" | "exact";
}

export type OptimiserSpec = SgdSpec | AdamSpec | MuonSpec;

interface WarmUp {
  /** Updates over which the rate rises linearly: (s + 1)/warmUp of the schedule's at step s; 0 for none. */
  readonly warmUp: number;
}

/** How the learning rate η changes with the step s of S in all. */
export type ScheduleSpec =
  | ({ readonly kind: "constant" } & WarmUp)
  /** η·factor^⌊s/every⌋. */
  | ({ readonly kind: "step"; readonly every: number; readonly factor: number } & WarmUp)
  /** Multiplied by factor at each of the steps `at`, which ascend. */
  | ({
      readonly kind: "multistep";
      readonly at: readonly number[];
      readonly factor: number;
    } & WarmUp)
  /** η·factor^s. */
  | ({ readonly kind: "exponential"; readonly factor: number } & WarmUp)
  /** η·½(1 + cos(πs/S)) (Loshchilov & Hutter, arXiv 1608.03983). */
  | ({ readonly kind: "cosine" } & WarmUp);

/** What is done to the gradient before the optimiser sees it. */
export type GradientFilter =
  /** Adds λ·(moving average of the gradient, decay α) (Grokfast-EMA; Lee et al., arXiv 2405.20233). */
  | { readonly kind: "grokfast-ema"; readonly alpha: number; readonly lambda: number }
  /** Adds λ·(mean of the last `window` gradients), once there are so many (Grokfast-MA, same source). */
  | { readonly kind: "grokfast-ma"; readonly window: number; readonly lambda: number }
  /** ⊥Grad: each tensor's gradient without its part along the weights, at its old norm (Prieto et al., arXiv 2501.04697). */
  | { readonly kind: "orthogonal" }
  /** Scales all gradients together so that their norm is at most `norm` (Pascanu et al., arXiv 1211.5063). */
  | { readonly kind: "clip"; readonly norm: number };

/** Adds l1·Σ|w| + ½·l2·Σw² to the loss, over all weights that the optimiser moves. */
export interface Penalty {
  readonly l1: number;
  readonly l2: number;
}

/** Stop early once the test accuracy has stayed at or above `testAccuracy` for `hold` steps. */
export interface Goal {
  readonly testAccuracy: number;
  readonly hold: number;
}

/** How a network is trained, whatever the data. */
export interface TrainingRecipe {
  readonly model: ModelSpec;
  readonly loss: LossName;
  readonly penalty: Penalty;
  /** Multiplies the one-hot target of mse; 1 in the paper. */
  readonly labelScale: number;
  readonly optimiser: OptimiserSpec;
  readonly schedule: ScheduleSpec;
  /**
   * Examples an update sees, drawn without replacement until every example has been seen; the last
   * batch of such a round holds what is left. null, or at least as many as there are: full batch.
   */
  readonly batchSize: number | null;
  /** In the order in which they act. */
  readonly gradientFilters: readonly GradientFilter[];
  /**
   * After every update the weights that the optimiser moves are scaled, all together, to this
   * multiple of the norm they started with; null leaves the norm free (Liu et al., Omnigrok, arXiv
   * 2210.01117; Truong et al., arXiv 2606.13753).
   */
  readonly normClamp: number | null;
  /**
   * η of V = (FᵀF + ηI)⁻¹FᵀỸ, solved at every step for the features F = β·σ(…) of all training
   * examples and the centred target Ỹ, in place of training V (variable projection; Eq. 4 of the
   * paper, without centring F). null: V is trained like the rest. Only with mse, and no bias beside V.
   */
  readonly ridge: number | null;
  /** Updates at most. */
  readonly steps: number;
  /** Decides split, initial weights and batches (separate streams). */
  readonly seed: number;
}

/** Everything that decides a run's bytes. Plain JSON; made complete by `runConfig`. */
export interface RunConfig extends TrainingRecipe {
  /** The task's id, such as "cyclic:71". */
  readonly task: string;
  readonly split: SplitSpec;
  /** A metric row every so many steps, and one at the end. */
  readonly evaluateEvery: number;
  /** null: always run all `steps`. */
  readonly goal: Goal | null;
}
