import { authorConstant } from "@grokscape/theory";
import type { Variant } from "../../experiment.ts";
import { adam } from "./parts.ts";

/** Of Figures 6 and 7. */
export const atBorder = { split: { criticalMultiple: authorConstant } } as const;
export const rate = (learningRate: number, changes: Variant["changes"] = {}): Variant => ({
  name: [changes.task, `lr = ${learningRate}`].filter(Boolean).join(", "),
  changes: { ...changes, optimiser: adam(learningRate, 2e-4) },
});
export const [slow, medium, fast] = [0.001, 0.002, 0.005];
