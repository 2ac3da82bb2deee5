export { BLOCK, PANEL, QUERY, SLICE } from "./constants";
export {
  blockLosses,
  blockRights,
  bytesOfV,
  bytesOfW,
  heldOutLabels,
  heldOutOperands,
  panels,
  plan,
  queryLabels,
  queryOperands,
  slices,
  trainLabels,
  trainOperands,
  V,
  W,
} from "./memory";
export { setCorrections, setNetwork, setOptimiser, setQueryRows } from "./settings";
export { HELD_OUT, QUERY_ANSWERS, run, serve, stop, TRAIN, UPDATE } from "./work";
