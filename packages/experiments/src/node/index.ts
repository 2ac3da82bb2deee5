export { estimateSeconds } from "./estimate.ts";
export { type FindBorderOptions, findBorder } from "./find-border.ts";
export { foretell } from "./foretell.ts";
export { lawsOfLedger } from "./laws-of-ledger.ts";
export { type MeasureOptions, measure, nameOf } from "./measure.ts";
export { borderMeasurementOf, measurementOf } from "./outcomes.ts";
export { readSweep } from "./read-sweep.ts";
export {
  findBorderInStore,
  readBorders,
  type StoredBorders,
} from "./store/border-in-store.ts";
export { lastChange, removeRuns } from "./store/clean.ts";
export { prepareStore, readStore, type Store, type StoredSweep } from "./store/store.ts";
export { hasEnded, type RunState, type StoreRun } from "./store/stored-run.ts";
export {
  type Execute,
  type StoreOptions,
  type StoreOutcome,
  trainInStore,
} from "./store/train-in-store.ts";
