import { isAbelian, split, type Task, trainCount } from "@grokscape/group-datasets";
import type { Prediction } from "@grokscape/theory";
import { rateAt, runConfig } from "@grokscape/trainer";
import { contradictionsIn, type Path, settingsWords } from "@grokscape/trainer/settings";
import type { Locale } from "../site/locales.ts";
import { configOf, type Draft } from "./draft.ts";
import type { Warning, WarningName } from "./warning.ts";

/** Floating-point operations a step that take about a tenth of a second. */
const muchWork = 3e9;
/** Those that half an hour has room for. */
const mostWork = 5e13;

/**
 * What will go wrong, or may, with this draft.
 *
 * @param prediction undefined if the theory could not even count the data
 */
export function warnings(
  draft: Draft,
  task: Task,
  prediction: Prediction | undefined,
  locale: Locale,
): Warning[] {
  if (!prediction) return [{ name: "split" }];
  const { model, loss, penalty, optimiser, steps, normClamp } = draft;
  const { learningRate: rate, weightDecay: decay } = optimiser;
  const { verdict, caveats, data } = prediction;
  const mlp = model.kind === "mlp";
  const combine = mlp ? model.combine : "sum";
  const adaptive = "beta2" in optimiser;
  const momentum = "momentum" in optimiser ? optimiser.momentum : 0;
  const share = rate * decay; // of each weight, that decay takes in a step where it is decoupled
  const shared = mlp && model.embedding === "shared";
  const bearable = combine === "product" ? (shared ? 0.65 : 0.4) : 0.05;
  const undriven = decay === 0 && penalty.l2 === 0 && penalty.l1 === 0;
  const strong =
    optimiser.kind === "adam" ? decay + penalty.l2 > 0.02 : adaptive && share > bearable;
  const operations = work(draft, task);
  const refused = refusals(draft, task, locale);
  const checks: readonly [WarningName, boolean][] = [
    ["split", isImpossible(() => split(task, { ...draft.split, seed: 1 }))],
    ["linear", model.activation === "linear" && combine === "sum" && mlp],
    ["order", shared && task.group !== undefined && !isAbelian(task.group)],
    ["no-decay", undriven && loss === "mse" && normClamp === null],
    ["strong-decay", strong],
    ["weak-decay", optimiser.kind === "adamw" && decay > 0 && share * steps < 0.1],
    ["few", !undriven && verdict?.outcome === "memorises" && data.multiple.value < 2],
    ["narrow", mlp && caveats.includes("narrow")],
    ["high-rate", rate > (adaptive ? 0.1 : 2)],
    ["low-rate", adaptive && rate < 1e-4],
    ["faded", refused.length === 0 && rateAt(draft.schedule, Math.ceil(steps / 5), steps) < 0.02],
    ["sgd", optimiser.kind === "sgd" && rate / (1 - momentum) < 0.5],
    ["lazy", model.initScale > 3],
    ["short", caveats.includes("short")],
    ["large", operations > muchWork],
    ["long", operations * steps > mostWork],
  ];
  const named = checks.filter(([, holds]) => holds).map(([name]) => ({ name }));
  return [...refused, ...named];
}

/** What the trainer refuses, in the reader's language where it is a contradiction. */
function refusals(draft: Draft, { size }: Task, locale: Locale): Warning[] {
  const config = configOf(draft, size);
  try {
    runConfig(config);
    return [];
  } catch (error) {
    const { setting } = settingsWords[locale];
    const found = contradictionsIn(config).flatMap(({ field, by }) => {
      const contradiction = setting[field as Path].contradicts?.[by.field as Path];
      return contradiction ? [{ contradiction }] : [];
    });
    return found.length > 0 ? found : [{ message: (error as Error).message }];
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

/** Floating-point operations of a step, about. */
function work({ model, split: asked, batchSize }: Draft, task: Task): number {
  const { operands, vocabulary, classes } = task;
  const shown = trainCount(task, asked);
  if (model.kind === "mlp") {
    const { width, hiddenLayers, embedding, weights } = model;
    const hasTables = embedding === "trainable" || embedding === "per-operand";
    const symbols = hasTables ? operands * vocabulary : operands;
    const parts = weights === "complex" ? 4 : 1;
    return 6 * width * (symbols + classes + hiddenLayers * width) * parts * shown;
  }
  const { layers, width, mlpWidth } = model;
  const block = (operands + 1) * width * (4 * width + 2 * mlpWidth);
  return 6 * (layers * block + width * classes) * Math.min(shown, batchSize ?? shown);
}
