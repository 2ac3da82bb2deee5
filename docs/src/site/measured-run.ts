import z23at20 from "../claims/cyclic-23-at-20.json";
import z23at60 from "../claims/cyclic-23-at-60.json";

/** A run as its file keeps it: how, where and when it was measured, and what came out. */
export type MeasuredRun = typeof z23at60 | typeof z23at20;

const runs: Readonly<Record<number, MeasuredRun>> = { 20: z23at20, 60: z23at60 };

/** @throws Error if the first page's run was not measured at that train fraction */
export function measuredRun(percent: number): MeasuredRun {
  const run = runs[percent];
  if (!run) throw new Error(`no run was measured at ${percent} %; see scripts/measure.ts`);
  return run;
}

/** Its curve, as pictures take it. */
export const recordOf = ({ curve, memorisedAt, generalisedAt }: MeasuredRun) => ({
  memorisedAt,
  generalisedAt,
  metrics: curve.step.map((step, i) => ({
    step,
    trainAccuracy: curve.trainAccuracy[i]!,
    testAccuracy: curve.testAccuracy[i]!,
    trainLoss: curve.trainLoss[i]!,
    testLoss: curve.testLoss[i]!,
  })),
});
