import { task, trainCount } from "@grokscape/group-datasets";
import { paperWeightDecay } from "@grokscape/theory";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Variant } from "../../experiment.ts";
import { untilUnderstood } from "../comparisons.ts";
import { adam } from "./parts.ts";

/** Settings of Figures 10 to 13. */
export const ways: RunConfigInput = {
  task: "cyclic:41",
  split: { fraction: 0.8 },
  model: { width: 256 },
  optimiser: adam(5e-3, 5e-5),
  steps: 500,
  evaluateEvery: 1,
  ...untilUnderstood,
};
export const real = (task: string): Variant => ({ name: `${task}, R`, changes: { task } });
export const complex = (task: string): Variant => ({
  name: `${task}, C`,
  changes: { task, model: { width: 256, weights: "complex" } },
});
export const solved = (id: string): Variant => ({
  name: `${id}, V = V_ridge`,
  changes: { task: id, ridge: paperWeightDecay(5e-5, trainCount(task(id), { fraction: 0.8 })) },
});
export const [smallTasks, largeTasks] = [
  ["cyclic:23", "cyclic:41"],
  ["cyclic:23", "cyclic:41", "cyclic:89", "cyclic:127"],
];
