export {
  checkpointSteps,
  latestCheckpoint,
  readCheckpoint,
  readCheckpoints,
} from "./checkpoints.ts";
export type { AskedRun } from "./config-file.ts";
export { errorOfThread } from "./error-across-threads.ts";
export { fastestEngine } from "./fastest-engine.ts";
export { isInUse, lockFolder } from "./lock.ts";
export { nodeGpu } from "./node-gpu.ts";
export {
  loadAgain,
  loadedPlugins,
  loadPlugin,
  missingPlugins,
  type PlacedPlugin,
  pluginsOf,
} from "./plugins/load-plugin.ts";
export { type RunSession, readRun, type StoredRun } from "./run-folder.ts";
export { onDisk, RunFolderError } from "./run-folder-error.ts";
export {
  type SweepOptions,
  type SweptRun,
  sweep,
  type TrainingPool,
  trainingPool,
} from "./sweep.ts";
export { type FolderOptions, trainInFolder } from "./train-in-folder.ts";
export { writeAtomically } from "./write-atomically.ts";
