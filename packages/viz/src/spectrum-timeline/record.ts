/** How the weight of a hidden layer is shared between irreps at one step: `weightSpectrum` of @grokscape/measures. */
export interface SpectrumRow {
  readonly step: number;
  /** A share of ‖W‖² for each real irrep; place 0 is the trivial one. */
  readonly spectrum: ArrayLike<number>;
}
