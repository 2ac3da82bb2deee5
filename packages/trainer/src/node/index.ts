export { readCheckpoint } from "./checkpoints.ts";
export { type RunSession, readRun, type StoredRun } from "./run-folder.ts";
export { RunFolderError } from "./run-folder-error.ts";
export { type FolderOptions, trainInFolder } from "./train-in-folder.ts";
