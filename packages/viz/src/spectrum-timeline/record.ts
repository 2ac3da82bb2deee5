/** How all weight is shared between irreps at one step, as the theory's `diagnose` gives it. */
export interface SpectrumRow {
  readonly step: number;
  /** A share of ‖W‖² for each real irrep; place 0 is the trivial one. */
  readonly spectrum: ArrayLike<number>;
}
