import type { Forecast } from "@grokscape/measures";
import { count, percent } from "./numbers.ts";

/** "97 %, at about step 640 (480 … 900)"; below 50 % no step is given. */
export function forecastText({ probability, step }: Forecast): string {
  const chance = percent(probability, 0);
  if (probability < 0.5 || step === null) return chance;
  return `${chance}, at about step ${count(step.median)} (${count(step.low)} … ${count(step.high)})`;
}
