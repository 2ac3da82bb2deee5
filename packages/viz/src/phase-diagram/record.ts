/** The least share of examples that a network must see to understand, measured at one setting. */
export interface PhasePoint {
  /** The setting: M, K or a learning rate. */
  readonly x: number;
  /** The share of all examples, in [0, 1]. */
  readonly p: number;
  /** The confidence interval of `p`; NaN where it is not known. */
  readonly low: number;
  readonly high: number;
}

/** What a theory says that share should be. */
export interface PhaseLaw {
  readonly name: string;
  /** In the order of x; straight between neighbours. */
  readonly curve: readonly { readonly x: number; readonly p: number }[];
}

/** What an interval is: of a confidence in (0, 1), or all that lies between failing and succeeding. */
export type Confidence = number | "border";

/** What came of the runs with one share of examples: tried beside others, to find where the border lies. */
export interface PhaseTrial {
  readonly x: number;
  readonly p: number;
  readonly runs: number;
  readonly generalised: number;
  /** Tells trials of another kind apart: a disc unless given. */
  readonly mark?: "disc" | "square";
}

/** What examples are counted in: shares of all M² pairs, multiples of M ln M, or so many for each symbol. */
export type PhaseUnit = "share" | "criticalMultiple" | "perSymbol";

/** What the share is drawn against: group order, hidden nodes, learning rate. */
export type PhaseParameter = "M" | "K" | "lr";
