import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import type { ModelSpec, Tensors } from "@grokscape/models";
import type { LossName, OptimiserSpec } from "../config/config.ts";

/** Loss and accuracy over a data set. */
export interface Measures {
  readonly loss: number;
  /** In [0, 1]. */
  readonly accuracy: number;
}

/** What an engine is asked to train. */
export interface Problem {
  readonly shape: TaskShape;
  readonly model: ModelSpec;
  readonly loss: LossName;
  readonly optimiser: OptimiserSpec;
  readonly train: Dataset;
  readonly test: Dataset;
}

/** What changes from step to step: everything needed to go on bit for bit. */
export interface Snapshot {
  /** Updates made. */
  readonly step: number;
  readonly weights: Tensors;
  /** The optimiser's moments, named "<link>/<weight>". */
  readonly optimiser: Tensors;
}

/** A problem in an engine's memory. A step is `measure` (which may prepare the gradient), then `update`. */
export interface Session {
  /** Train measures at the present weights. */
  measure(): Measures;
  /** One full-batch optimiser update; `measure` must have been called at these weights. */
  update(): void;
  /** Held-out measures at the present weights. */
  evaluate(): Measures;
  /** The class predicted for each example, at the present weights. */
  predict(data: Dataset): Uint16Array;
  /** A copy of what changes, in the engine's own precision. */
  snapshot(): Snapshot;
  /** Frees the engine's memory; the session is of no use afterwards. */
  dispose(): void;
}

/** Something that can train: all engines pass one conformance suite. */
export interface Engine {
  readonly name: string;
  /** Changes whenever the engine's arithmetic may give other bits. Part of a run's identity. */
  readonly numericVersion: string;
  /** Whether it trains such networks in this way; `open` refuses the others. */
  knows(network: Pick<Problem, "model" | "loss" | "optimiser">): boolean;
  /** @throws InputError if the engine cannot run here, or not this problem */
  open(problem: Problem, start: Snapshot): Promise<Session>;
}
