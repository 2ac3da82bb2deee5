import type { Experiment } from "../experiment.ts";

/** Tables that the forecaster was not fitted on. */
const tables = [
  "cyclic:15",
  "cyclic:18",
  "cyclic:22",
  "dihedral:10",
  "product:5,5",
  "dicyclic:6",
] as const;
const multiples = [2, 2.4, 2.8, 3.4];

/** Runs on which predictors are scored, from well below the border to well above it. */
export const toForetell: Experiment = {
  id: "to-foretell",
  title: { en: "Runs to be foretold", "zh-cn": "供预言的运行" },
  question: {
    en: "Six tables that the forecaster was not fitted on, at four amounts of data around the border: which runs understand within 4,000 steps, and when? Predictors are asked while they train.",
    "zh-cn":
      "六张预报器拟合时没有用过的表，各取边界上下的四种数据量：哪些运行在 4000 步之内悟出规律，在第几步？训练途中问各个预报者。",
  },
  base: {
    task: tables[0],
    model: { width: 192 },
    optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
    steps: 4000,
    evaluateEvery: 10,
    goal: { testAccuracy: 0.99, hold: 0 },
  },
  variants: tables.flatMap((task) =>
    multiples.map((criticalMultiple) => ({
      name: `${task}, c = ${criticalMultiple}`,
      changes: { task, split: { criticalMultiple } },
    })),
  ),
  seeds: [1, 2],
};
