import type { RunConfig } from "../config/config.ts";
import type { Milestones } from "./milestones.ts";

/** What is measured at one step, before its update (and once after the last). */
export interface MetricRow {
  /** Updates made so far. */
  readonly step: number;
  readonly trainLoss: number;
  readonly testLoss: number;
  /** Share of examples answered right, in [0, 1]. */
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  /**
   * Euclidean norm of each whole weight tensor, by name. That of V has the mean over the classes in it,
   * which mse and cross-entropy do not see: it starts at random, and weight decay alone moves it.
   */
  readonly weightNorms: Readonly<Record<string, number>>;
  /**
   * How far each weight tensor has turned since step 0: 1 − cos of the angle, in [0, 2]; 1 where it
   * started from zero. ΔW and ΔV of arXiv 2509.21519, Fig. 3.
   */
  readonly weightTurns: Readonly<Record<string, number>>;
  /** ‖∂loss/∂F‖, the gradient that reaches the hidden layer; under mse 2/n times the paper's ‖G_F‖. */
  readonly featureGradientNorm: number;
}

/** Why a run ended: all steps made, goal reached, or its signal aborted. */
export type StopReason = "steps" | "goal" | "aborted";

/** A whole run as plain data: what was asked, what was measured, how it ended. */
export interface RunRecord extends Milestones {
  /** Hash of the config, the engine's numeric version and the links brought along. */
  readonly id: string;
  readonly config: RunConfig;
  /** Names of the links that trained in place of the config's optimiser; left out if none did. */
  readonly links?: readonly string[];
  readonly engine: { readonly name: string; readonly numericVersion: string };
  readonly metrics: readonly MetricRow[];
  readonly stopped: StopReason;
  /** Updates made. */
  readonly steps: number;
  /** SHA-256 of the final weights, hex. */
  readonly weightsHash: string;
}
