import * as z from "zod/mini";
import type { Reader } from "../reader.ts";
import type { MetricRow } from "../record/record.ts";
import { readLines } from "./lines-file.ts";

/** Something that is read off a network at some steps while it trains in a folder. */
export interface FolderReading {
  /**
   * Whether to read at the last of these rows, which are all so far. It must depend on nothing else, so that
   * a resumed run reads at the steps of an unbroken one.
   */
  readonly due: (rows: readonly MetricRow[]) => boolean;
  /** What is read is kept as JSON. */
  readonly read: Reader;
}

/** What was read off the network at one step, by the readings' names. */
export interface StoredReading {
  readonly step: number;
  readonly [name: string]: unknown;
}

const readingSchema: z.ZodMiniType<StoredReading> = z.looseObject({
  step: z.int().check(z.gte(0)),
});

/**
 * What a `readings.jsonl` has; nothing if there is none.
 *
 * @throws RunFolderError naming the line that is no reading, or whose step does not ascend
 */
export function readReadings(path: string): Promise<StoredReading[]> {
  let before = -1;
  return readLines(path, readingSchema, (reading) => {
    if (!reading) return "no reading";
    if (reading.step <= before) return `step ${reading.step} after step ${before}`;
    before = reading.step;
    return null;
  });
}
