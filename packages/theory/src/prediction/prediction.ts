import type { SplitSpec } from "@grokscape/group-datasets";
import type { Stage } from "../diagnostics/stages.ts";
import type { FeatureKind } from "../energy/feature-kinds.ts";
import type { Quantity, Trust } from "../statements/quantity.ts";
import type { StatementId } from "../statements/statements.ts";

/** What a prediction reads of a run's complete config, such as `runConfig` of @grokscape/trainer makes. */
export interface PredictableConfig {
  readonly split: SplitSpec;
  readonly model: {
    /** The theory is of "mlp". */
    readonly kind: string;
    /** Hidden nodes K. */
    readonly width: number;
    /** The theorems on energies need "quadratic". */
    readonly activation: string;
    /** β. */
    readonly outputScale: number;
    /** α, what multiplies all weights at the start. */
    readonly initScale: number;
    /** What multiplies V at the start. */
    readonly topInit: number;
    readonly bias: boolean;
    /** Hidden layers after the first; this and what follows only of an mlp. */
    readonly hiddenLayers?: number;
    readonly weights?: string;
    readonly batchNorm?: boolean;
    readonly embedding?: string;
    /** How operands meet. */
    readonly combine?: string;
  };
  /** Equation 4 and Lemma 1 are of "mse". */
  readonly loss: string;
  readonly optimiser: {
    readonly kind: string;
    readonly learningRate: number;
    readonly weightDecay: number;
    readonly beta1?: number;
    readonly beta2?: number;
  };
  /** Updates at most. */
  readonly steps: number;
  readonly schedule: { readonly kind: string; readonly warmUp: number };
  /** null: all examples. */
  readonly batchSize: number | null;
  readonly gradientFilters: readonly unknown[];
  /** With what ridge the top layer is solved for; null: it is trained. */
  readonly ridge: number | null;
  readonly normClamp: number | null;
  readonly penalty: { readonly l1: number; readonly l2: number };
  readonly labelScale: number;
}

/** A kind of feature that hidden nodes can learn, with its height in the energy landscape. */
export interface PredictedFeature extends FeatureKind {
  /** E* of Theorem 2; null if the activation is not x² or the network not the theorem's. */
  readonly energy: Quantity | null;
}

/** When a stage begins, in steps. */
export interface PredictedStage {
  readonly stage: Stage;
  /** null if it is not expected to begin, or its time is not known. */
  readonly from: Quantity | null;
}

/** What one of `knownLaws` says before it is fitted to runs. */
export interface PredictedByLaw {
  /** The law's id. */
  readonly law: string;
  /** Training examples from which on runs generalise; null if it does not say. */
  readonly criticalCount: number | null;
  /** Step of generalisation; null if it does not say. */
  readonly grokStep: number | null;
}

export type Knob =
  | "weight-decay"
  | "learning-rate"
  | "examples"
  | "width"
  | "top-init"
  | "output-scale";

/** What doubling a hyperparameter does. */
export interface Effect {
  /**
   * time: the step of generalisation. gradient: G_F at rest, which features grow by. first signal:
   * that part of G_F right after the start. noise: the other part.
   */
  readonly on: "time" | "gradient" | "first signal" | "noise";
  /** By what it is multiplied. */
  readonly factor: Quantity;
}

/** A hyperparameter, and what doubling it does. */
export interface PredictedKnob {
  readonly knob: Knob;
  /** Its value in the config. */
  readonly given: number;
  /** Empty if neither the theory nor our measurements say. */
  readonly effects: readonly Effect[];
}

export type PredictedOutcome = "generalises" | "memorises" | "borderline";

/** What the run will do, and what that rests on. */
export interface Verdict {
  readonly outcome: PredictedOutcome;
  readonly statement: StatementId;
  readonly trust: Trust;
}

/** What a network can have that the theorems' σ(XW)V, of real weights and one-hot symbols, has not. */
export type NetworkTrait =
  | "hidden-layers"
  | "complex-weights"
  | "bias"
  | "batch-norm"
  | "embedding"
  | "product";

/** What a training can have that those whose times and border we measured had not. */
export type RecipeTrait =
  | "schedule"
  | "batches"
  | "filters"
  | "ridge"
  | "norm-clamp"
  | "penalty"
  | "label-scale";

/** Settings that outcomes and times were measured within bounds of. */
export type RangeTrait =
  | "group"
  | "order"
  | "split"
  | "width"
  | "initial-weights"
  | "output-scale"
  | "optimiser"
  | "learning-rate"
  | "weight-decay";

/** In what a run lies outside of the theory, and, of a group's table and an mlp, of what was measured. */
export interface Outside {
  readonly network: readonly NetworkTrait[];
  readonly recipe: readonly RecipeTrait[];
  readonly range: readonly RangeTrait[];
}

/**
 * Why the theory says less of this run than it could. `no-group`: the task is no group's
 * multiplication table. `transformer`: the network is no mlp. `activation`: σ is not x². `network`:
 * the network has what the theorems' has not (`outside.network`). `loss`: it is not mse. `recipe`: the
 * training has what those measured had not (`outside.recipe`). `no-weight-decay`: weight decay is 0.
 * `narrow`: fewer hidden nodes than any exact construction known here. `short`: it may end before it is
 * expected to generalise. `not-measured`: settings lie outside of those measured (`outside.range`).
 * `retention-vacuous`: Theorem 4 asks for more pairs than there are. Each of `activation`, `network`, `loss`,
 * `recipe` and `not-measured` leaves it without times and a verdict.
 */
export type Caveat =
  | "no-group"
  | "transformer"
  | "activation"
  | "network"
  | "loss"
  | "recipe"
  | "no-weight-decay"
  | "narrow"
  | "short"
  | "not-measured"
  | "retention-vacuous";

/** Fewer examples than any learner needs; enough for one, but fewer than training took; as many as that. */
export type Standing = "below-limit" | "below-training" | "enough";

/**
 * What the theory says of a run before it starts. Plain JSON. Of a task that is no group's, and of a
 * network that is no mlp, it says nothing: what is null or empty for a task that is no group's is so
 * for such a network, too.
 */
export interface Prediction {
  readonly task: {
    readonly id: string;
    /** M. */
    readonly classes: number;
    /** All examples, M² for a group. */
    readonly size: number;
    /** The group's name; null if the task is no group's. */
    readonly group: string | null;
  };
  readonly activation: string;
  readonly loss: string;
  /** In what the run lies outside of the theory. */
  readonly outside: Outside;
  readonly data: {
    /** n, the number of training examples. */
    readonly count: Quantity;
    /** p = n divided by all examples. */
    readonly fraction: Quantity;
    /** c = n/(M·ln M). */
    readonly multiple: Quantity;
  };
  /** Highest energy first; empty if the task is no group's. */
  readonly features: readonly PredictedFeature[];
  /** Σ count over `features`; null if the task is no group's. */
  readonly featureCount: Quantity | null;
  /** null if the task is no group's. */
  readonly width: {
    /** K of the config. */
    readonly given: Quantity;
    /** Nodes that suffice for exact reconstruction by Theorem 3. */
    readonly exact: Quantity;
    /** Nodes that suffice in our real construction. */
    readonly construction: Quantity;
    /** Nodes for rote memory: one for each example. */
    readonly memory: Quantity;
    /** Nodes that find every feature once if each finds one at random (Theorem 8, equal chances). */
    readonly collecting: Quantity;
  } | null;
  /** null if the task is no group's. */
  readonly critical: {
    /** Theorem 4 for the largest irrep degree, without its constant. */
    readonly retention: Quantity;
    /** δ in it. */
    readonly failure: number;
    /** The author's code: training examples. */
    readonly authorCount: Quantity;
    /** The author's code: share of all examples. */
    readonly authorFraction: Quantity;
    /** Random examples from which on anyone can get 99 % of the others right on average, lots included. */
    readonly limit: Quantity;
    /** n in multiples of that. */
    readonly limitMultiple: Quantity;
    /**
     * Examples from which on half of the runs of training of this kind understood in our experiments; null if
     * there were none. Fitted where the run is like those measured, else carried over from them.
     */
    readonly training: Quantity | null;
    /** Where n stands between the limit and what training took, by the author's code if not measured. */
    readonly standing: Standing;
  } | null;
  /** What each law says before any fit; empty if the task is no group's. */
  readonly laws: readonly PredictedByLaw[];
  /** null if the task is no group's, or times were not measured for such a run. */
  readonly stages: readonly PredictedStage[] | null;
  /** Empty if the task is no group's. */
  readonly knobs: readonly PredictedKnob[];
  /** null if the run is not like those measured: what it will do cannot be said. */
  readonly verdict: Verdict | null;
  readonly caveats: readonly Caveat[];
}
