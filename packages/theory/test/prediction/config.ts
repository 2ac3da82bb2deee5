/** A whole config of the trainer, as it writes it down: a prediction takes it as it is. */
export const figure3 = {
  task: "cyclic:71",
  split: { fraction: 0.4 } as { fraction?: number; count?: number; criticalMultiple?: number },
  model: {
    kind: "mlp" as const,
    width: 2048,
    activation: "quadratic",
    outputScale: 1,
    topInit: 1,
  },
  loss: "mse" as const,
  optimiser: {
    kind: "adam" as const,
    learningRate: 1e-3,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weightDecay: 2e-4,
  },
  steps: 5000,
  evaluateEvery: 10,
  goal: { testAccuracy: 0.99, hold: 50 },
  seed: 1,
};
