import { quantile } from "./regression.ts";

/** How far predictions were off, and of which task each was. */
export interface Residuals {
  readonly values: readonly number[];
  readonly tasks: readonly string[];
  /** How much each counts within its task. */
  readonly weights: readonly number[];
}

/** Weights under which every task counts the same, 1 in all. */
export function perTask({ tasks, weights }: Omit<Residuals, "values">): number[] {
  const totals = new Map<string, number>();
  for (const [row, task] of tasks.entries()) {
    totals.set(task, (totals.get(task) ?? 0) + weights[row]);
  }
  return weights.map((weight, row) => weight / (totals.get(tasks[row]) as number) / totals.size);
}

/** The residual below which a share lies, every task counting the same. */
export const residualQuantile = (residuals: Residuals, share: number): number =>
  quantile(residuals.values, perTask(residuals), share);

/**
 * The share of a task that lies between two quantiles of the other tasks' residuals, on average over
 * all tasks: what an interval made of these quantiles holds of a task that it has not seen.
 *
 * @param tail what lies below the lower, and above the upper quantile
 */
export function coverageOfNewTask(residuals: Residuals, tail: number): number {
  const weights = perTask(residuals);
  let coverage = 0;
  for (const left of new Set(residuals.tasks)) {
    const others = residuals.values.flatMap((_, row) => (residuals.tasks[row] === left ? [] : row));
    const pick = <Item>(items: readonly Item[]) => others.map((row) => items[row]);
    const rest = {
      values: pick(residuals.values),
      tasks: pick(residuals.tasks),
      weights: pick(residuals.weights),
    };
    const [low, high] = [tail, 1 - tail].map((share) => residualQuantile(rest, share));
    for (const [row, value] of residuals.values.entries()) {
      if (residuals.tasks[row] === left && low <= value && value <= high) coverage += weights[row];
    }
  }
  return coverage;
}

/**
 * The tail at which an interval holds this share of a new task: that of the share itself, or less,
 * since tasks differ from each other and quantiles of those seen know nothing of the next.
 */
export function calibratedTail(residuals: Residuals, coverage: number): number {
  const nominal = (1 - coverage) / 2;
  const tried = Array.from({ length: 100 }, (_, i) => nominal * (1 - i / 100));
  const found = tried.find((tail) => coverageOfNewTask(residuals, tail) >= coverage);
  return found ?? tried[tried.length - 1];
}
