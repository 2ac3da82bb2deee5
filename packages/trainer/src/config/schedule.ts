import { portableCosine, portablePower } from "@grokscape/models";
import type { ScheduleSpec } from "./config.ts";
import { unknownKind } from "./unknown-kind.ts";

/**
 * The share of the learning rate that holds at a step (updates made before it) of `steps` in all.
 *
 * @throws InputError for a kind that is not known
 */
export function rateAt(schedule: ScheduleSpec, step: number, steps: number): number {
  const warm = step < schedule.warmUp ? (step + 1) / schedule.warmUp : 1;
  return warm * afterWarmUp(schedule, step, steps);
}

function afterWarmUp(schedule: ScheduleSpec, step: number, steps: number): number {
  switch (schedule.kind) {
    case "constant":
      return 1;
    case "step":
      return portablePower(schedule.factor, Math.floor(step / schedule.every));
    case "multistep":
      return portablePower(schedule.factor, schedule.at.filter((at) => at <= step).length);
    case "exponential":
      return portablePower(schedule.factor, step);
    case "cosine":
      return (1 + portableCosine(Math.min(1, step / steps))) / 2;
    default:
      return unknownKind("schedule", schedule);
  }
}
