import type { RunConfigInput } from "@grokscape/trainer";

/** Tasks that the reader can choose from, the first one chosen. */
export const offeredTasks = ["cyclic:23", "cyclic:31", "product:5,5", "dihedral:12"] as const;
export type OfferedTask = (typeof offeredTasks)[number];

/** Train fraction in percent, as the slider has it. */
export const fractionRange = { from: 10, to: 90, chosen: 60 } as const;

/** The run that the page trains: the paper's network, small enough to grok while one looks on. */
export const demoConfig = (task: string, percent: number) =>
  ({
    task,
    split: { fraction: percent / 100 },
    model: { width: 256, activation: "quadratic" },
    optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
    steps: 2000,
    evaluateEvery: 1,
    goal: { testAccuracy: 0.99, hold: 100 },
    seed: 1,
  }) as const satisfies RunConfigInput;

export type DemoConfig = ReturnType<typeof demoConfig>;
