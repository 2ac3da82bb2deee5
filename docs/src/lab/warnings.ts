import type { Task } from "@grokscape/group-datasets";
import type { Prediction } from "@grokscape/theory";
import type { Settings } from "./settings.ts";

export type WarningName =
  | "task"
  | "no-decay"
  | "strong-decay"
  | "few"
  | "narrow"
  | "high-rate"
  | "low-rate"
  | "linear"
  | "sgd"
  | "solved"
  | "contradiction"
  | "large"
  | "deep"
  | "short";

/** Floating-point operations a step that take about a tenth of a second. */
const muchWork = 2e9;

/** What will go wrong, or may, with these settings. */
export function warnings(settings: Settings, task: Task, prediction: Prediction): WarningName[] {
  const { width, rate, decay, optimiser, layers, shown, steps, activation } = settings;
  const { verdict, caveats, stages, data } = prediction;
  const adaptive = optimiser !== "sgd";
  const inputs = task.operands * task.vocabulary;
  const work = 6 * width * (inputs / 6 + task.classes + layers * width) * (shown / 100) * task.size;
  const expected = stages?.at(-1)?.from?.value;
  const checks: readonly [WarningName, boolean][] = [
    ["linear", activation === "linear"],
    ["no-decay", decay === 0],
    ["strong-decay", optimiser === "adam" && decay > 0.02],
    ["few", decay > 0 && verdict?.outcome === "memorises" && data.multiple.value < 2],
    ["narrow", caveats.includes("narrow")],
    ["high-rate", adaptive ? rate > 0.1 : rate > 2],
    ["low-rate", adaptive && rate < 1e-4],
    ["sgd", optimiser === "sgd" && rate < 0.2],
    ["contradiction", settings.ridge > 0 && settings.loss !== "mse"],
    ["solved", settings.ridge > 0 && settings.loss === "mse"],
    ["short", settings.ridge === 0 && expected !== undefined && expected > 1.6 * steps],
    ["deep", layers > 0],
    ["large", work > muchWork],
  ];
  return checks.filter(([, applies]) => applies).map(([name]) => name);
}
