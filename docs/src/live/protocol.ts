import type { Message } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import type { MetricRow, Milestones, RunConfigInput, RunRecord } from "@grokscape/trainer";

/** Rows measured since the last call, and the run's record once it has ended. */
interface Advance {
  readonly rows: readonly MetricRow[];
  /** What the run has reached so far. */
  readonly milestones: Milestones;
  readonly record: RunRecord | null;
}

/** The gradient that reaches the hidden layer, G_F. */
export interface LeakedGradient {
  readonly norm: number;
  /** Cosine with ỸỸᵀF̃. */
  readonly alignment: number;
}

/** The network at its present weights. */
interface Look {
  /** The class predicted for each of the task's examples, by index. */
  readonly predictions: Uint16Array;
  readonly weights?: Tensors;
  readonly gradient?: LeakedGradient;
  readonly message?: Message;
}

/** What a look should show besides the predictions; a message takes about a second to find. */
export type Wish = "weights" | "gradient" | "message";

/** What the training worker offers: one run at a time; opening a run closes the one before. */
export interface LiveService {
  /**
   * @returns the name of the engine that trains it
   * @throws Error with an InputError's message, for a config that is not usable
   */
  open(config: RunConfigInput): Promise<string>;
  /** Trains for so many rows at most, and about so long. */
  advance(rows: number, milliseconds: number): Promise<Advance>;
  look(wishes: readonly Wish[]): Promise<Look>;
  close(): Promise<void>;
}
