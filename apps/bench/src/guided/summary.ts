import { guidedRace } from "@grokscape/experiments";
import { median } from "../statistics.ts";

const { seeds, mayMiss = 0 } = guidedRace;

/** What the seeds of one method came to at one fraction. */
export interface Cell {
  readonly task: string;
  readonly method: string;
  readonly fraction: number;
  /** Examples shown. */
  readonly examples: number;
  /** By seed: first measured step with a test accuracy of 99 %, or null where it missed. */
  readonly steps: readonly (number | null)[];
  /** Processor time of a step, ms. */
  readonly milliseconds: number;
}

/** Whether enough seeds came to 99 %. */
export const generalises = ({ steps }: Cell): boolean =>
  steps.filter((reached) => reached !== null).length >= seeds.length - mayMiss;

/** Whether so many seeds missed that the rest were not trained. */
export const missed = ({ steps }: Cell): boolean =>
  steps.filter((reached) => reached === null).length > mayMiss;

/** Median steps to 99 %, a miss counted as later than all; null where the median is a miss. */
export function medianSteps({ steps }: Cell): number | null {
  const middle = median(steps.map((reached) => reached ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(middle) ? middle : null;
}

/** Median processor time to 99 %, s. */
export function medianSeconds(cell: Cell): number | null {
  const steps = medianSteps(cell);
  return steps === null ? null : (steps * cell.milliseconds) / 1000;
}

/** The smallest fraction at which a method generalises on a task; null if at none that it was shown. */
export function threshold(cells: readonly Cell[], task: string, method: string): number | null {
  const fractions = cells
    .filter((cell) => cell.task === task && cell.method === method && generalises(cell))
    .map(({ fraction }) => fraction);
  return fractions.length > 0 ? Math.min(...fractions) : null;
}

/** How many times the steps and seconds of one cell another needs. */
export interface Gain {
  readonly steps: number;
  readonly seconds: number;
}

/** What `fast` gains on `slow`, where both generalise. */
export function gain(fast: Cell | undefined, slow: Cell | undefined): Gain | null {
  if (!fast || !slow || !generalises(fast) || !generalises(slow)) return null;
  const [steps, seconds] = [medianSteps, medianSeconds].map(
    (of) => (of(slow) as number) / (of(fast) as number),
  );
  return { steps, seconds };
}
