import type { Quantity, Side } from "../record.ts";

export type Language = "en" | "zh-cn";

/** How a run stands, for one sentence about it. */
export interface Standing {
  readonly memorisedAt: number | null;
  readonly generalisedAt: number | null;
  /** The last measured step. */
  readonly step: number;
  /** Accuracies at the last measured step; null where they are not known. */
  readonly accuracy: Readonly<Record<Side, number | null>>;
}

/** The steps at which some of several runs came to a milestone. */
export interface Reached {
  readonly steps: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** Everything that pictures of a run say, in one language. */
export interface Words {
  readonly title: Readonly<Record<Quantity, string>>;
  readonly yAxis: Readonly<Record<Quantity, string>>;
  readonly xAxis: Readonly<Record<"linear" | "log", string>>;
  readonly side: Readonly<Record<Side, string>>;
  readonly step: string;
  readonly run: string;
  readonly stage: string;
  readonly lastStep: string;
  /** Names a quantity of a side, such as "train accuracy". */
  readonly of: (side: Side, quantity: Quantity) => string;
  /** Heads the column that names milestones. */
  readonly event: string;
  /** Ends a sentence, with the space after it. */
  readonly stop: string;
  readonly nothing: string;
  readonly flag: Readonly<Record<"memorised" | "generalised", (step: number) => string>>;
  readonly milestone: Readonly<Record<"memorised" | "generalised", string>>;
  /** What is to be seen of several runs. */
  readonly several: (runs: number, memorised: Reached, generalised: Reached) => string;
  /** Of several runs that did not end at the same step. */
  readonly ended: string;
  /** What is to be seen of one run. */
  readonly standing: (standing: Standing) => string;
  /** Names the test accuracy that no learner can exceed. */
  readonly atBest: string;
  /** Tells of it after another sentence. */
  readonly ceiling: (ceiling: number) => string;
  /** Names the runs that are drawn pale. */
  readonly pale: (names: readonly string[]) => string;
  /** Between two sentences. */
  readonly space: string;
  readonly missing: (missing: number, of: number, quantity: Quantity) => string;
  /** What the table holds of all that was measured. */
  readonly rows: (shown: number, of: number) => string;
}
