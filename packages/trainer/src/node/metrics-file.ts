import { open } from "node:fs/promises";
import * as z from "zod/mini";
import type { MetricRow } from "../record/record.ts";
import { readText } from "./json-file.ts";
import { onDisk, RunFolderError } from "./run-folder-error.ts";
import { writeAtomically } from "./write-atomically.ts";

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

const line = (row: MetricRow): string => `${JSON.stringify(row)}\n`;

/**
 * The rows of a `metrics.jsonl`. A last line without its line end was cut off as it was written
 * and does not count.
 *
 * @throws RunFolderError naming the line that is no row, or whose step is not the one due
 */
export async function readMetrics(path: string, evaluateEvery: number): Promise<MetricRow[]> {
  const text = (await readText(path)) ?? "";
  const lines = text.split("\n").slice(0, -1);
  return lines.map((content, index) => {
    const row = parse(content);
    const isLast = index === lines.length - 1;
    const due = index * evaluateEvery;
    if (row && (row.step === due || (isLast && row.step < due && row.step > due - evaluateEvery))) {
      return row;
    }
    throw new RunFolderError(
      `${path} is damaged: line ${index + 1} is ${row ? `step ${row.step}` : "no row"}, not step ${due}`,
      "restore it from a copy, or remove the run's folder to train anew",
    );
  });
}

function parse(content: string): MetricRow | undefined {
  try {
    return rowSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** A `metrics.jsonl` that a run adds its rows to. */
export interface MetricsFile {
  append(row: MetricRow): Promise<void>;
  /** Puts the rows on the disk, not only in the system's memory. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a `metrics.jsonl` to add rows after `rows`, whatever else it held. */
export async function openMetrics(path: string, rows: readonly MetricRow[]): Promise<MetricsFile> {
  await writeAtomically(path, rows.map(line).join(""));
  const file = await onDisk(`write ${path}`, () => open(path, "a"));
  return {
    append: (row) => onDisk(`write ${path}`, () => file.appendFile(line(row))),
    flush: () => onDisk(`write ${path}`, () => file.sync()),
    close: () => file.close(),
  };
}
