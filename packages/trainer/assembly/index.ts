export { BLOCK, PANEL, QUERY, SLICE } from "./constants";
export { featureGradientNorm } from "./feature-gradient";
export { stop } from "./meeting";
export {
  blockLosses,
  blockRights,
  bytesOfV,
  bytesOfW,
  gradientPanels,
  heldOutLabels,
  heldOutOperands,
  isPrimal,
  panels,
  plan,
  queryLabels,
  queryOperands,
  topFeatures,
  topStride,
  trainLabels,
  trainOperands,
  V,
  W,
} from "./memory";
export { moveWeights } from "./move-weights";
// exported so that each stays a function: what one place alone calls is put there, and runs slower
export {
  addShortTileOfColumns,
  addShortTileOfRows,
  addTallTileOfColumns,
  addTallTileOfRows,
} from "./multiply";
export {
  setDecays,
  setMomentum,
  setNetwork,
  setOptimiser,
  setQueryRows,
  setRidge,
  setStep,
  setTrainRows,
} from "./settings";
export { pivotOf, SOLVED, solveTop, THREAD_LOST } from "./solve-top";
export {
  FEATURES,
  HELD_OUT,
  LOGITS,
  QUERY_ANSWERS,
  run,
  serve,
  TILE_GRADIENT,
  TRAIN,
  UPDATE,
} from "./work";
