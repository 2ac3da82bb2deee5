import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { network } from "@grokscape/models/network";
import type { Problem } from "../../engine.ts";
import type { TrainableNetwork } from "../../session.ts";
import { growTo, startKernels } from "../kernels.ts";
import { caller } from "../runner.ts";
import { startHelpers } from "../threads.ts";
import { type TapeKernels, tapeBinaries } from "./kernels.ts";
import { readMatrix, writeMatrix } from "./matrix.ts";
import { type Pass, passesOf } from "./passes.ts";
import type { Program } from "./program.ts";
import { recorder } from "./record.ts";

/*
 * A processor is a hundred times slower on denormal numbers. Weights and gradients below these sizes,
 * which are far too small to change a loss, count as 0.
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
): Promise<TrainableNetwork> {
  const shared = threads > 1;
  const variant = { shared, fast };
  const { module, memory, kernels } = await startKernels<TapeKernels>(variant, tapeBinaries);
  const passes = passesOf(problem, kernels, threads);
  growTo(memory, passes.bytes);
  passes.write(memory.buffer);
  kernels.plan(passes.scratch[0]);
  const sizesOf = (thread: number) => [passes.scratch[thread]];
  const helpers = shared ? await startHelpers(module, memory, sizesOf, threads) : undefined;
  const { selections } = network(problem.model, problem.shape, recorder(kernels));
  const work = caller(kernels, helpers);
  const shown = new Map<Pass, Dataset>();

  const run = ({ from, to }: Program) => work.call((mayWait) => kernels.execute(from, to, mayWait));

  function load(weights: Tensors): void {
    for (const [name, { data }] of Object.entries(weights)) {
      writeMatrix(memory.buffer, passes.weights[name], data, smallestWeight);
    }
  }

  /** Writes the examples of a pass. If it has room for more, the rest keep old ones, whose results nobody reads. */
  function show(pass: Pass, data: Dataset): void {
    if (shown.get(pass) === data) return;
    const integers = new Uint32Array(memory.buffer);
    for (const [i, { indices }] of selections(data).entries()) {
      integers.set(indices, (pass.picks[i].stretch.at as number) / 4);
    }
    shown.set(pass, data);
  }

  /** The result of a pass for any number of examples, a row an example. */
  function evaluate(pass: Pass, weights: Tensors, data: Dataset): Float32Array {
    load(weights);
    if (passes.moments) {
      show(passes.moments, problem.train);
      run(passes.moments.forward);
    }
    const { columns } = pass.result;
    const values = new Float32Array(data.count * columns);
    for (let from = 0; from < data.count; from += passes.evaluated) {
      const examples = slice(data, from, Math.min(from + passes.evaluated, data.count));
      show(pass, examples);
      run(pass.forward);
      values.set(readMatrix(memory.buffer, pass.result, examples.count), from * columns);
    }
    return values;
  }

  return {
    precision: "float32",
    logits: (weights, data) => evaluate(passes.logits, weights, data),
    features: (weights, data) => evaluate(passes.features as Pass, weights, data),
    gradients(weights, data, lossGradient) {
      const pass = passes.training.get(data.count) as Pass;
      const { gradient, program } = pass.backward as Required<Pass>["backward"];
      load(weights);
      show(pass, data);
      run(pass.forward);
      const ofLoss = lossGradient(readMatrix(memory.buffer, pass.result));
      writeMatrix(memory.buffer, gradient, ofLoss, smallestGradient);
      run(program);
      return Object.fromEntries(
        Object.entries(weights).map(([name, { shape }]) => {
          const data = readMatrix(memory.buffer, passes.weights[name].gradient as never);
          return [name, { shape, data }];
        }),
      );
    },
    dispose: work.dispose,
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
