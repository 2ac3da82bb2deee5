import type { Citation } from "@grokscape/group-datasets";
import { mustBe, number, optional, record } from "@grokscape/group-datasets/forms";
import { aLawConfig, measuredRuns } from "../input/kinds.ts";
import type { Words } from "../statements/locale.ts";

/** What laws ask of a run before it starts. Plain JSON. */
export interface LawConfig {
  /** M. */
  readonly classes: number;
  /** All examples, M² for a group. */
  readonly size: number;
  /** Largest degree of a complex irrep; 1 if the task is no group's. */
  readonly largestDegree: number;
  /** Whether the task is that of Z_M. */
  readonly cyclic: boolean;
  /** n. */
  readonly count: number;
  /** K. */
  readonly width: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  /** ρ, where the norm of all weights is held at ρ times the critical norm. */
  readonly clampedNorm?: number;
}

/** What was seen when the training data were fitted; laws of the delay start from there. */
export interface Memorisation {
  readonly step: number;
  /** ‖θ‖² of all weights then. */
  readonly squaredNorm: number;
}

/** A run that was made, and what came of it. Plain JSON. */
export interface MeasuredRun {
  readonly config: LawConfig;
  /** Step of generalisation; null if it did not within `steps`. */
  readonly grokStep: number | null;
  /** How long the run was. */
  readonly steps: number;
  readonly memorisation?: Memorisation;
  /** ‖θ‖² after generalisation. */
  readonly squaredNormAfter?: number;
}

/** What a law says of a run; null where it says nothing. */
export interface LawPrediction {
  /** Training examples from which on runs generalise. */
  readonly criticalCount: number | null;
  /** Step of generalisation of a run that generalises. */
  readonly grokStep: number | null;
}

/** A formula that predicts runs: Li₂'s, or a rival's. */
export interface ScalingLaw {
  readonly id: string;
  readonly title: Words;
  readonly says: Words;
  readonly citation: Citation;
  /** Constants in use: as published, or as fitted; null while unknown. */
  readonly constants: Readonly<Record<string, number | null>>;
  /**
   * @param memorisation what laws of the delay start from; without it they say nothing
   */
  predict(config: LawConfig, memorisation?: Memorisation): LawPrediction;
  /** The same law with the constants that fit these runs best; itself if it has none to fit. */
  fit(runs: readonly MeasuredRun[]): ScalingLaw;
}

/** Runs that generalised, with their step. */
export function generalised(
  runs: readonly MeasuredRun[],
): (MeasuredRun & { readonly grokStep: number })[] {
  return runs.filter((run): run is MeasuredRun & { grokStep: number } => run.grokStep !== null);
}

/** M·ln M. */
export const coupons = (classes: number): number => classes * Math.log(classes);

/** The same law, which refuses what is no config and what are no runs. */
export function checkedLaw(law: ScalingLaw): ScalingLaw {
  const checked: ScalingLaw = {
    ...law,
    predict(config, memorisation) {
      mustBe("config", aLawConfig, config);
      mustBe("memorisation", optional(memorisationForm), memorisation);
      return law.predict(config, memorisation);
    },
    fit(runs) {
      mustBe("runs", measuredRuns, runs);
      const fitted = law.fit(runs);
      return fitted === law ? checked : fitted;
    },
  };
  return checked;
}

const memorisationForm = record({ step: number, squaredNorm: number });
