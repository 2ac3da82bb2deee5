/** What is measured of a network at one step; NaN where it was not measured. */
export interface StageRow {
  readonly step: number;
  /** ‖G_F‖, the gradient that reaches the hidden layer. */
  readonly gradientNorm: number;
  /** How far the top and the hidden weights have turned since step 0, 1 − cos of the angle: ΔV and ΔW. */
  readonly topTurn: number;
  readonly hiddenTurn: number;
}
