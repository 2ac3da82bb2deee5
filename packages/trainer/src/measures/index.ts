export { giniCoefficient, inverseParticipationRatio } from "./concentration.ts";
export { cosineDistances } from "./cosine-distance.ts";
export { effectiveRank, singularValues } from "./effective-rank.ts";
export { evaluate, type NetworkSpec } from "./network-spec.ts";
export { tensorNorms, totalNorm } from "./norms.ts";
export { type Objective, objective } from "./objective.ts";
export { type UpdateSpectrum, updateSpectrum } from "./update-gap.ts";
