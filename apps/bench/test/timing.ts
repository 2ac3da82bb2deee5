import type { Timing } from "../src/measure/race.ts";

/** A timing with a median step and evaluation of so many milliseconds. */
export function timing(
  configuration: string,
  contestant: string,
  threads: number,
  step: number,
  evaluation = 1,
): Timing {
  return {
    ...{ configuration, contestant, threads },
    library: "a library 1.0",
    step: { median: step, minimum: step * 0.9, processor: step * 0.8, count: 10 },
    evaluation: { median: evaluation, minimum: evaluation, processor: evaluation, count: 5 },
    rate: 40,
    megabytes: 12,
  };
}
