import { type Task, trainCount } from "@grokscape/group-datasets";
import { explain, type Outcome, predict } from "@grokscape/theory";
import type { LiveRecord } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { type DemoConfig, demoConfig, fractionRange } from "./settings.ts";

/** What the theory says of a run of the demo, in the terms that the page shows. */
export interface Forecast {
  readonly outcome: Outcome;
  /** Share of the table at which the theory expects the change. */
  readonly critical: number;
  readonly fraction: number;
  readonly count: number;
  /** The prediction in full, a sentence or two each. */
  readonly passages: readonly string[];
}

/** @throws Error if the task is no group's */
export function forecast(task: Task, config: DemoConfig, locale: Locale): Forecast {
  const prediction = predict(task, config);
  const { verdict, critical } = prediction;
  if (!verdict || !critical) throw new Error(`the theory says nothing of ${task.id}`);
  const count = trainCount(task, config.split);
  return {
    outcome: verdict.outcome,
    critical: critical.authorFraction.value,
    fraction: count / task.size,
    count,
    passages: explain(prediction, locale).map(({ text }) => text),
  };
}

/** The percentages of the slider between which the theory leaves the outcome open. */
export function borderlands(task: Task): { readonly from: number; readonly to: number } {
  const outcomes = Array.from(
    { length: fractionRange.to - fractionRange.from + 1 },
    (_, i) => predict(task, demoConfig(task.id, fractionRange.from + i)).verdict?.outcome,
  );
  const first = (wanted: (outcome: Outcome | undefined) => boolean) => {
    const index = outcomes.findIndex(wanted);
    return fractionRange.from + (index < 0 ? outcomes.length - 1 : index);
  };
  return {
    from: first((outcome) => outcome !== "memorises"),
    to: first((outcome) => outcome === "generalises"),
  };
}

/** Whether a finished run did as it was told. */
export function agreement(outcome: Outcome, record: LiveRecord): "agrees" | "differs" | "open" {
  if (outcome === "borderline") return "open";
  return (record.generalisedAt !== null) === (outcome === "generalises") ? "agrees" : "differs";
}
