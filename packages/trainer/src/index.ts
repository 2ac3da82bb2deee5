export { decodeCheckpoint, encodeCheckpoint } from "./checkpoint/checkpoint.ts";
export {
  decodeSafetensors,
  encodeSafetensors,
  type SafetensorsFile,
} from "./checkpoint/safetensors.ts";
export type * from "./checkpoint/training-state.ts";
export type * from "./config/config.ts";
export { PluginError } from "./config/plugin-error.ts";
export { pluginInWords, taskOf } from "./config/plugins.ts";
export { runConfig } from "./config/run-config.ts";
export { rateAt } from "./config/schedule.ts";
export { admit, mustTrain } from "./engines/admit.ts";
export { DivergedError } from "./engines/diverged-error.ts";
export type * from "./engines/engine.ts";
export { referenceEngine } from "./engines/reference/engine.ts";
export { openSession, type TrainableNetwork } from "./engines/session.ts";
export { hashTensors, runId } from "./identity.ts";
export { type Loss, losses } from "./loss/loss.ts";
export { clipNorm, grokfastEma, grokfastMa, orthogonalGradient } from "./optimiser/filters.ts";
export { chain, type Link, namesOf, zerosLike } from "./optimiser/link.ts";
export { addWeightDecay, clampNorm, momentum, scaleBy, scaleByAdam } from "./optimiser/links.ts";
export { averageMomentum, byName, orthogonalise } from "./optimiser/muon.ts";
export { optimiser } from "./optimiser/optimiser.ts";
export {
  linksAgain,
  linksNamed,
  type OptimiserFamily,
  pluginOfLink,
} from "./optimiser/optimiser-family.ts";
export type { Adding, Plugin } from "./plugin.ts";
export { type Preset, preset, presets } from "./presets/presets.ts";
export type * from "./reader.ts";
export {
  advance,
  type Clock,
  type Milestones,
  milestones,
  nothingReached,
  threshold,
} from "./record/milestones.ts";
export type * from "./record/record.ts";
export { type SetUp, setUp } from "./set-up.ts";
export { type TrainOptions, train } from "./train.ts";
