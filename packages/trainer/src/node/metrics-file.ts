import * as z from "zod/mini";
import type { MetricRow } from "../record/record.ts";
import { readLines } from "./lines-file.ts";

const share = z.number().check(z.gte(0), z.lte(1));

const rowSchema: z.ZodMiniType<MetricRow> = z.strictObject({
  step: z.int().check(z.gte(0)),
  trainLoss: z.number(),
  testLoss: z.number(),
  trainAccuracy: share,
  testAccuracy: share,
  weightNorms: z.record(z.string(), z.number()),
  weightTurns: z.record(z.string(), z.number()),
  featureGradientNorm: z.number(),
});

/**
 * The rows of a `metrics.jsonl`.
 *
 * @throws RunFolderError naming the line that is no row, or whose step is not the one due
 */
export const readMetrics = (path: string, evaluateEvery: number): Promise<MetricRow[]> =>
  readLines(path, rowSchema, (row, index, isLast) => {
    const due = index * evaluateEvery;
    if (row && (row.step === due || (isLast && row.step < due && row.step > due - evaluateEvery))) {
      return null;
    }
    return `${row ? `step ${row.step}` : "no row"}, not step ${due}`;
  });
