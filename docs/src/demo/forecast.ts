import { type Task, trainCount } from "@grokscape/group-datasets";
import {
  type Best,
  bestOfRun,
  type Expectation,
  expectationOf,
  explain,
  predict,
} from "@grokscape/theory";
import type { RunConfig } from "@grokscape/trainer";
import { completed } from "@grokscape/trainer/settings";
import type { Locale } from "../site/locales.ts";
import { type DemoConfig, demoConfig, fractionRange } from "./settings.ts";

/** What the theory says of a run of the demo, in the terms that the page shows. */
export interface Forecast {
  readonly expectation: Expectation;
  /** Share of the table at which the theory expects the change. */
  readonly critical: number;
  readonly fraction: number;
  readonly count: number;
  /** Examples that there are. */
  readonly size: number;
  /** The best that any learner could do with the examples shown. */
  readonly best: Best | null;
  /** The prediction in full, a sentence or two each. */
  readonly passages: readonly string[];
}

/** @throws Error if the task is no group's */
export function forecast(task: Task, config: DemoConfig, locale: Locale): Forecast {
  const run = completed(config) as RunConfig;
  const prediction = predict(task, run);
  const expectation = expectationOf(prediction);
  const { critical } = prediction;
  if (!expectation || !critical) throw new Error(`the theory says nothing of ${task.id}`);
  const count = trainCount(task, config.split);
  return {
    expectation,
    critical: critical.authorFraction.value,
    fraction: count / task.size,
    count,
    size: task.size,
    best: bestOfRun(task, run),
    passages: explain(prediction, locale).map(({ text }) => text),
  };
}

/** The percentages of the slider between which the theory leaves the outcome open. */
export function borderlands(task: Task): { readonly from: number; readonly to: number } {
  const outcome = (percent: number) =>
    predict(task, completed(demoConfig(task.id, percent)) as RunConfig).verdict?.outcome;
  return {
    from: first((percent) => outcome(percent) !== "memorises"),
    to: first((percent) => outcome(percent) === "generalises"),
  };
}

/** The least percentage of the slider from which on something holds, or its end; by halving. */
function first(holds: (percent: number) => boolean): number {
  let [below, above]: [number, number] = [fractionRange.from - 1, fractionRange.to];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
