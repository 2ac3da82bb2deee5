import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { network } from "@grokscape/models/network";
import type { Problem } from "../../engine.ts";
import type { Network } from "../../session.ts";
import { compileKernels, growTo, smallestMemory } from "../kernels.ts";
import { startHelpers } from "../threads.ts";
import { type TapeKernels, tapeBinaries } from "./kernels.ts";
import { readMatrix, writeMatrix } from "./matrix.ts";
import { type Plan, plansOf } from "./plans.ts";
import type { Program } from "./program.ts";
import { recorder } from "./record.ts";

/*
 * On the smallest numbers a processor is a hundred times slower. Weights and gradients below these
 * sizes, far below what a loss can feel, count as 0.
 */
const smallestWeight = 1e-12;
const smallestGradient = 1e-25;

/**
 * Any network on our kernels. What a step does is the same for every step, so that it is recorded
 * once, its memory is planned, and from then on the kernels run the record.
 */
export async function tapeNetwork(
  problem: Problem,
  threads: number,
  fast: boolean,
): Promise<Network> {
  const shared = threads > 1;
  const module = await compileKernels({ shared, fast }, tapeBinaries);
  const memory = smallestMemory(shared);
  const instance = await WebAssembly.instantiate(module, { env: { memory, abort() {} } });
  const kernels = instance.exports as unknown as TapeKernels;
  const plans = plansOf(problem, kernels, threads);
  growTo(memory, plans.bytes);
  plans.write(memory.buffer);
  kernels.plan(plans.scratch[0]);
  const planOf = (thread: number) => [plans.scratch[thread]];
  const helpers = shared ? await startHelpers(module, memory, planOf, threads) : undefined;
  const { selections } = network(problem.model, problem.shape, recorder(kernels));
  const mayWait = typeof document === "undefined";
  const shown = new Map<Plan, Dataset>();

  function run({ from, to }: Program): void {
    const failure = helpers?.failure();
    if (failure) throw failure;
    if (kernels.execute(from, to, mayWait) === 0) {
      throw new Error("a thread of the wasm engine took work and did not come back with it");
    }
  }

  function load(weights: Tensors): void {
    for (const [name, { data }] of Object.entries(weights)) {
      writeMatrix(memory.buffer, plans.weights[name], data, smallestWeight);
    }
  }

  /** Makes these the examples of a plan; a plan for more keeps whatever it had for the others. */
  function show(plan: Plan, data: Dataset): void {
    if (shown.get(plan) === data) return;
    const integers = new Uint32Array(memory.buffer);
    for (const [i, { indices }] of selections(data).entries()) {
      integers.set(indices, (plan.picks[i].stretch.at as number) / 4);
    }
    shown.set(plan, data);
  }

  /** Row by row what a plan makes of any number of examples. */
  function evaluate(plan: Plan, weights: Tensors, data: Dataset): Float32Array {
    load(weights);
    if (plans.moments) {
      show(plans.moments, problem.train);
      run(plans.moments.forward);
    }
    const { columns } = plan.result;
    const values = new Float32Array(data.count * columns);
    for (let from = 0; from < data.count; from += plans.evaluated) {
      const examples = slice(data, from, Math.min(from + plans.evaluated, data.count));
      show(plan, examples);
      run(plan.forward);
      values.set(readMatrix(memory.buffer, plan.result, examples.count), from * columns);
    }
    return values;
  }

  return {
    precision: "float32",
    logits: (weights, data) => evaluate(plans.logits, weights, data),
    features: (weights, data) => evaluate(plans.features as Plan, weights, data),
    gradients(weights, data, lossGradient) {
      const plan = plans.training.get(data.count) as Plan;
      const { gradient, program } = plan.backward as Required<Plan>["backward"];
      load(weights);
      show(plan, data);
      run(plan.forward);
      const ofLoss = lossGradient(readMatrix(memory.buffer, plan.result));
      writeMatrix(memory.buffer, gradient, ofLoss, smallestGradient);
      run(program);
      return Object.fromEntries(
        Object.entries(weights).map(([name, { shape }]) => {
          const data = readMatrix(memory.buffer, plans.weights[name].gradient as never);
          return [name, { shape, data }];
        }),
      );
    },
    dispose() {
      kernels.stop();
      helpers?.terminate();
    },
  };
}

function slice({ arity, operands, labels }: Dataset, from: number, to: number): Dataset {
  return {
    count: to - from,
    arity,
    operands: operands.subarray(from * arity, to * arity),
    labels: labels.subarray(from, to),
  };
}
