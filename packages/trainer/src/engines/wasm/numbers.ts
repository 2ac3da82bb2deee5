import type { LossName, OptimiserSpec } from "../../config/config.ts";

/** Optimisers that the fused kernels know. */
export type FusedOptimiser = OptimiserSpec;

/** The numbers by which assembly/constants.ts knows these names. */
export const lossNumbers: Readonly<Partial<Record<LossName, number>>> = {
  mse: 0,
  "cross-entropy": 1,
};
export const optimiserNumbers: Readonly<Record<FusedOptimiser["kind"], number>> = {
  sgd: 0,
  adam: 1,
  adamw: 2,
  muon: 3,
};
