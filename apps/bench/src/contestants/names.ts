/** Who takes part, by the names that tables and ratios use. */
export const names = {
  plain: "Grokscape",
  fast: "Grokscape, fast",
  idiomatic: "TensorFlow.js, idiomatic",
  idiomaticOnOurs: "TensorFlow.js, idiomatic, our kernels",
  formulated: "TensorFlow.js, best formulation",
  formulatedOnOurs: "TensorFlow.js, best formulation, our kernels",
  paper: "PyTorch, the paper's way",
  byHand: "PyTorch by hand",
  byHandInPlace: "PyTorch by hand, in place",
} as const;
