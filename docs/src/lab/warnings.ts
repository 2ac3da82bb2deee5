import { split, type Task } from "@grokscape/group-datasets";
import type { Prediction } from "@grokscape/theory";
import { rateAt, runConfig } from "@grokscape/trainer";
import { configOf } from "./config.ts";
import { hasMoments } from "./knobs.ts";
import type { Settings } from "./settings.ts";
import type { Warning, WarningName } from "./warning.ts";

/** Floating-point operations a step that take about a tenth of a second. */
const muchWork = 3e9;
/** Those that half an hour has room for. */
const mostWork = 5e13;

/**
 * What will go wrong, or may, with these settings.
 *
 * @param prediction undefined if the theory could not even count the data
 */
export function warnings(
  settings: Settings,
  task: Task,
  prediction: Prediction | undefined,
): Warning[] {
  if (!prediction) return [{ name: "split" }];
  const { rate, decay, l2, optimiser, steps, activation, init, loss } = settings;
  const { verdict, caveats, stages, data } = prediction;
  const mlp = settings.kind === "mlp";
  const adaptive = hasMoments(settings);
  const expected = stages?.at(-1)?.from?.value;
  const share = rate * decay; // of each weight, that decay takes in a step where it is decoupled
  const bearable = settings.combine === "product" && mlp ? 0.4 : 0.05;
  const undriven = decay === 0 && l2 === 0 && settings.l1 === 0;
  const operations = work(settings, task);
  const checks: readonly [WarningName, boolean][] = [
    ["split", isImpossible(() => split(task, { ...configOf(settings, task.size).split, seed: 1 }))],
    ["at", settings.schedule === "multistep" && !ascend(settings.at)],
    ["linear", activation === "linear" && settings.combine === "sum" && mlp],
    ["no-decay", undriven && loss === "mse" && settings.clamp === 0],
    ["strong-decay", optimiser === "adam" ? decay + l2 > 0.02 : adaptive && share > bearable],
    ["weak-decay", optimiser === "adamw" && decay > 0 && share * steps < 0.1],
    ["few", !undriven && verdict?.outcome === "memorises" && data.multiple.value < 2],
    ["narrow", mlp && caveats.includes("narrow")],
    ["high-rate", rate > (adaptive ? 0.1 : 2)],
    ["low-rate", adaptive && rate < 1e-4],
    ["faded", fades(settings)],
    ["sgd", optimiser === "sgd" && rate / (1 - settings.momentum) < 0.5],
    ["lazy", init > 3],
    ["short", expected !== undefined && expected > 1.6 * steps],
    ["large", operations > muchWork],
    ["long", operations * steps > mostWork],
  ];
  const named = checks.filter(([, holds]) => holds).map(([name]) => ({ name }));
  const refused = named.some(({ name }) => name === "at") ? [] : contradictions(settings, task);
  return [...refused, ...named];
}

/** What the trainer refuses. */
function contradictions(settings: Settings, { size }: Task): Warning[] {
  try {
    runConfig(configOf(settings, size));
    return [];
  } catch (error) {
    const { message } = error as Error;
    const [, one = "", other = ""] = /^([\w.]+).* contradicts ([\w.]+)/.exec(message) ?? [];
    return [{ contradiction: `${one}/${other}`, message }];
  }
}

function isImpossible(make: () => unknown): boolean {
  try {
    make();
    return false;
  } catch {
    return true;
  }
}

function ascend(text: string): boolean {
  const steps = text.split(/[,，\s]+/).map(Number);
  return steps.every((step, i) => Number.isInteger(step) && step > (steps[i - 1] ?? 0));
}

/** Whether next to nothing of the learning rate is left before anything can be understood. */
function fades(settings: Settings): boolean {
  const { schedule, steps } = settings;
  if (schedule === "multistep" && !ascend(settings.at)) return false;
  return rateAt(configOf(settings, 1).schedule, Math.ceil(steps / 5), steps) < 0.02;
}

/** Floating-point operations of a step, about. */
function work(settings: Settings, { operands, vocabulary, classes, size }: Task): number {
  const shown = (settings.shown / 100) * size;
  if (settings.kind === "mlp") {
    const { width, layers, embedding, weights } = settings;
    const symbols = embedding === "one-hot" ? operands : operands * vocabulary;
    const parts = weights === "complex" ? 4 : 1;
    return 6 * width * (symbols + classes + layers * width) * parts * shown;
  }
  const { blocks, dimension, hidden } = settings;
  const block = (operands + 1) * dimension * (4 * dimension + 2 * hidden);
  return 6 * (blocks * block + dimension * classes) * Math.min(shown, settings.batch || shown);
}
