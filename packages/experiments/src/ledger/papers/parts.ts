import type { RunConfigInput } from "@grokscape/trainer";
import type { Variant } from "../../experiment.ts";
import { untilUnderstood } from "../comparisons.ts";

export const seeds = [1, 2, 3, 4, 5];
/** Where a run takes seconds. */
export const fewer = [1, 2, 3];

export const names = (variants: readonly Variant[]) => variants.map(({ name }) => name);

export const adamW = (learningRate: number, weightDecay: number, beta2 = 0.98) =>
  ({ kind: "adamw", learningRate, weightDecay, beta2 }) as const;
/** AdamW beside what a paper proposes: at several decays, of which the best counts. */
export const tuned = (learningRate: number, decays: readonly number[], beta2?: number): Variant[] =>
  decays.map((decay) => ({
    name: `AdamW, η = ${decay}`,
    changes: { optimiser: adamW(learningRate, decay, beta2) },
  }));

/** A transformer that trains in seconds. */
export const transformer: RunConfigInput = {
  task: "cyclic:23",
  split: { fraction: 0.8 },
  model: { kind: "transformer", width: 32, heads: 2, mlpWidth: 64 },
  loss: "cross-entropy",
  optimiser: adamW(3e-3, 1),
  steps: 4000,
  evaluateEvery: 20,
  ...untilUnderstood,
};
export const [withDecay, withoutDecay] = ["η = 1", "η = 0"];
export const decays: readonly Variant[] = [
  { name: withDecay, changes: {} },
  { name: withoutDecay, changes: { optimiser: adamW(3e-3, 0) } },
];

export const adamWOfTransformer = tuned(3e-3, [0.5, 1, 2]);
