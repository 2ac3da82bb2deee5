import type { SplitSpec } from "@grokscape/group-datasets";
import type { ModelSpec } from "@grokscape/models";

export type LossName = "mse" | "cross-entropy";

export type OptimiserSpec =
  | {
      readonly kind: "sgd";
      readonly learningRate: number;
      readonly momentum: number;
      /** λ, added to the gradient as λ·w. */
      readonly weightDecay: number;
    }
  | {
      /** adam: decay is added to the gradient (L2); adamw: decay is decoupled. */
      readonly kind: "adam" | "adamw";
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      readonly weightDecay: number;
    };

/** Stop early once the test accuracy has stayed at or above `testAccuracy` for `hold` steps. */
export interface Goal {
  readonly testAccuracy: number;
  readonly hold: number;
}

/** Everything that decides a run's bytes. Plain JSON; made complete by `runConfig`. */
export interface RunConfig {
  /** The task's id, such as "cyclic:71". */
  readonly task: string;
  readonly split: SplitSpec;
  readonly model: ModelSpec;
  readonly loss: LossName;
  readonly optimiser: OptimiserSpec;
  /** Full-batch updates at most. */
  readonly steps: number;
  /** A metric row every so many steps, and one at the end. */
  readonly evaluateEvery: number;
  /** null: always run all `steps`. */
  readonly goal: Goal | null;
  /** Decides split and initial weights (separate streams). */
  readonly seed: number;
}
