/** Who takes part, by the names that tables and ratios use. */
export const names = {
  plain: "Grokscape",
  fast: "Grokscape, fast",
  card: "Grokscape, on the card",
  idiomatic: "TensorFlow.js, idiomatic",
  idiomaticOnOurs: "TensorFlow.js, idiomatic, our kernels",
  formulated: "TensorFlow.js, best formulation",
  formulatedOnOurs: "TensorFlow.js, best formulation, our kernels",
  paper: "PyTorch, the paper's way",
  byHand: "PyTorch by hand",
  byHandInPlace: "PyTorch by hand, in place",
  paperOnCard: "PyTorch, the paper's way, on the card",
  paperGraphed: "PyTorch, the paper's way, as a CUDA graph",
  byHandOnCard: "PyTorch by hand, on the card",
  byHandGraphed: "PyTorch by hand, as a CUDA graph",
} as const;
