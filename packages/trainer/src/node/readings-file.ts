import * as z from "zod/mini";
import type { TakenReading } from "../reader.ts";
import { readLines } from "./lines-file.ts";

const readingSchema: z.ZodMiniType<TakenReading> = z.looseObject({
  step: z.int().check(z.gte(0)),
});

/**
 * What a `readings.jsonl` has; nothing if there is none.
 *
 * @throws RunFolderError naming the line that is no reading, or whose step does not ascend
 */
export function readReadings(path: string): Promise<TakenReading[]> {
  let before = -1;
  return readLines(path, readingSchema, (reading) => {
    if (!reading) return "no reading";
    if (reading.step <= before) return `step ${reading.step} after step ${before}`;
    before = reading.step;
    return null;
  });
}
