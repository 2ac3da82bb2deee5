/** A config that gives nearly every setting, of every form that there is. */
export const richConfig: Readonly<Record<string, unknown>> = {
  task: "cyclic:7",
  split: { fraction: 0.5, stratify: true, holdOut: { symbols: [1], operand: 0 } },
  model: { width: 8, activation: "mixed:1,0.5", weights: "real", bias: true, initScale: 1 },
  loss: "mse",
  penalty: { l1: 0, l2: 1e-3 },
  labelScale: 1,
  optimiser: { kind: "adamw", learningRate: 0.01, weightDecay: 0.1, beta1: 0.9 },
  schedule: { kind: "step", every: 5, factor: 0.5, warmUp: 3 },
  batchSize: 8,
  gradientFilters: [{ kind: "grokfast-ema", alpha: 0.9 }, { kind: "clip" }],
  normClamp: 1,
  ridge: null,
  steps: 100,
  evaluateEvery: 10,
  goal: { testAccuracy: 0.9, hold: 10 },
  seed: 3,
};
