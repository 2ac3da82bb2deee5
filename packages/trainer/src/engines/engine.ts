import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { TrainingRecipe } from "../config/config.ts";
import type { Link } from "../optimiser/link.ts";

/** Loss and accuracy over a data set. */
export interface Measures {
  /** With the recipe's penalty. */
  readonly loss: number;
  /** In [0, 1]. */
  readonly accuracy: number;
}

/** How to train: a problem but for its data. */
export interface Recipe extends TrainingRecipe {
  /** In place of the chain that `optimiser` names, if given. */
  readonly links?: readonly Link[];
}

/** What an engine is asked to train. */
export interface Problem extends Recipe {
  readonly shape: TaskShape;
  readonly train: Dataset;
  readonly test: Dataset;
}

/** What changes from step to step: everything needed to go on bit for bit. */
export interface Snapshot {
  /** Updates made. */
  readonly step: number;
  readonly weights: Tensors;
  /** What the links keep, named "<link>/<weight>". */
  readonly optimiser: Tensors;
}

/** A problem in an engine's memory. A step is `measure` (which may prepare the gradient), then `update`. */
export interface Session {
  /**
   * Train measures at the present weights: over all training examples, or, where that is all the
   * caller needs, over those of the step's batch. Of a batch the accuracy may be NaN: the gradient does
   * not always need the answers.
   */
  measure(over?: "all" | "batch"): Measures;
  /**
   * One optimiser update; `measure` must have been called at these weights.
   *
   * @throws DivergedError if a gradient is not finite
   */
  update(): void;
  /** Held-out measures at the present weights. */
  evaluate(): Measures;
  /**
   * ‖∂loss/∂F‖ (Frobenius) over the examples that `measure` told of at these weights, F (n × K) being
   * what the top layer reads: under mse 2/n times the norm of the paper's G_F.
   */
  featureGradientNorm(): number;
  /** The class predicted for each example, at the present weights. */
  predict(data: Dataset): Uint16Array;
  /** A copy of the weights. */
  weights(): Tensors;
  /** A copy of what changes, in the engine's own precision. */
  snapshot(): Snapshot;
  /** Frees the engine's memory; the session is of no use afterwards. */
  dispose(): void;
}

/** A session whose numbers lie elsewhere, so that one waits for what is asked of it. */
export interface DeferredSession {
  /** Of the step's batch alone nothing is said: it stays where it is. */
  measure(over?: "all" | "batch"): Promise<Measures | undefined>;
  update(): Promise<void>;
  evaluate(): Promise<Measures>;
  featureGradientNorm(): Promise<number>;
  predict(data: Dataset): Promise<Uint16Array>;
  weights(): Promise<Tensors>;
  snapshot(): Promise<Snapshot>;
  dispose(): void;
}

export type AnySession = Session | DeferredSession;

/** Something that can train: all engines pass one conformance suite. */
export interface Engine<Opened extends AnySession = Session> {
  readonly name: string;
  /** Changes whenever the engine's arithmetic may give other bits. Part of a run's identity. */
  readonly numericVersion: string;
  /**
   * What the recipe asks for and the engine has not, such as "activation cube"; null if it can train
   * it. An engine that has whatever there is leaves this out.
   */
  lacks?(recipe: Recipe): string | null;
  /** @throws InputError if the engine cannot run here, or not this problem */
  open(problem: Problem, start: Snapshot): Promise<Opened>;
}
