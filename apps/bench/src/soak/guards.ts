import { preset, type RunConfigInput, runConfig, setUp } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import {
  firstNotFinite,
  refuseNotFinite,
} from "../../../../packages/trainer/src/engines/diverged-error.ts";
import { isFused } from "../../../../packages/trainer/src/engines/wasm/recipe.ts";
import { median } from "../statistics.ts";

/** What it costs to look whether numbers are finite. */
export interface GuardCost {
  readonly name: string;
  /** Microseconds: of a step, and of what is looked at in a step. */
  readonly step: number;
  readonly guards: number;
  readonly share: number;
}

const problems: Readonly<Record<string, RunConfigInput>> = {
  "two layers, Z_71": preset("tian-fig3").config,
  "two layers, Z_23": { task: "cyclic:23", model: { width: 128 }, split: { fraction: 0.6 } },
  "three layers, Z_23": {
    task: "cyclic:23",
    model: { width: 128, hiddenLayers: 1 },
    split: { fraction: 0.6 },
  },
  "transformer, Z_113": preset("nanda-2023").config,
};

const rounds = 21;
/** Milliseconds of a turn of steps, about. */
const turn = 100;

/**
 * Steps and what guards them, timed in turns in one process: the loss of every step and, where the gradient leaves
 * the kernels, all of its numbers.
 */
export async function measureGuards(): Promise<GuardCost[]> {
  const costs: GuardCost[] = [];
  for (const [name, config] of Object.entries(problems)) {
    const { problem, start } = setUp(runConfig(config));
    const session = await wasmEngine({ threads: 1 }).open(problem, start());
    const gradients = isFused(problem) ? {} : session.weights();
    const step = async () => {
      session.measure("batch");
      session.update();
    };
    const guard = async () => {
      await refuseNotFinite("the train loss", 1, session);
      if (firstNotFinite(gradients)) throw new Error("a gradient is not finite");
    };
    const [steps, guards]: number[][] = [[], []];
    const count = Math.max(1, Math.ceil(turn / (await timeOf(step, 10))));
    for (let round = 0; round < rounds; round++) {
      steps.push(await timeOf(step, count));
      guards.push(await timeOf(guard, count * 10));
    }
    session.dispose();
    const [ofStep, ofGuards] = [1000 * median(steps), 1000 * median(guards)];
    costs.push({ name, step: ofStep, guards: ofGuards, share: ofGuards / ofStep });
  }
  return costs;
}

/** Milliseconds of one. */
async function timeOf(one: () => Promise<void>, times: number): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < times; i++) await one();
  return (performance.now() - began) / times;
}
