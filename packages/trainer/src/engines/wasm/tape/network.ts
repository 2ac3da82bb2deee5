import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { network } from "@grokscape/models/network";
import { slice } from "../../batches.ts";
import type { Problem } from "../../engine.ts";
import type { TrainableNetwork } from "../../session.ts";
import { readMatrix, smallestGradient, smallestWeight, writeMatrix } from "../../tape/matrix.ts";
import { type Pass, type Passes, passesOf } from "../../tape/passes.ts";
import { recorder } from "../../tape/record.ts";
import type { Level } from "../../tape/schedule.ts";
import { growTo, startKernels } from "../kernels.ts";
import { caller } from "../runner.ts";
import { startHelpers } from "../threads.ts";
import { type TapeKernels, tapeBinaries } from "./kernels.ts";
import { bytesOfProgram, type Program, writeProgram } from "./program.ts";

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
  const { passes, scratch, write } = place(problem, kernels, threads);
  growTo(memory, passes.bytes);
  write(memory.buffer);
  kernels.plan(scratch[0]);
  const sizesOf = (thread: number) => [scratch[thread]];
  const helpers = shared ? await startHelpers(module, memory, sizesOf, threads) : undefined;
  const { selections } = network(problem.model, problem.shape, recorder(kernels));
  const work = caller(kernels, helpers);
  const shown = new Map<Pass<Program>, Dataset>();

  const run = ({ from, to }: Program) => work.call((mayWait) => kernels.execute(from, to, mayWait));

  function load(weights: Tensors): void {
    for (const [name, { data }] of Object.entries(weights)) {
      writeMatrix(memory.buffer, passes.weights[name], data, smallestWeight);
    }
  }

  /** Writes the examples of a pass. If it has room for more, the rest keep old ones, whose results nobody reads. */
  function show(pass: Pass<Program>, data: Dataset): void {
    if (shown.get(pass) === data) return;
    const integers = new Uint32Array(memory.buffer);
    for (const [i, { indices }] of selections(data).entries()) {
      integers.set(indices, (pass.picks[i].stretch.at as number) / 4);
    }
    shown.set(pass, data);
  }

  /** The result of a pass for any number of examples, a row an example. */
  function evaluate(pass: Pass<Program>, weights: Tensors, data: Dataset): Float32Array {
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
    features: (weights, data) => evaluate(passes.features as Pass<Program>, weights, data),
    gradients(weights, data, lossGradient) {
      const pass = passes.training.get(data.count) as Pass<Program>;
      const { gradient, program } = pass.backward as Required<Pass<Program>>["backward"];
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

/** Most examples that are evaluated at a time. */
const mostEvaluated = 960;

/** A problem's passes in the kernels' memory, with their programs and each thread's scratch. */
function place(
  problem: Problem,
  kernels: TapeKernels,
  threads: number,
): {
  passes: Passes<Program>;
  scratch: readonly number[];
  write(memory: ArrayBufferLike): void;
} {
  const programs: { at: number; levels: readonly Level[] }[] = [];
  const scratch: number[] = [];
  const passes = passesOf<Program>(
    problem,
    {
      kernels,
      mostEvaluated,
      picks(count, { perExample }, take) {
        const bytes = count * perExample * 4;
        return { bytes, at: take(bytes) };
      },
      program(levels, take) {
        const at = take(bytesOfProgram(levels));
        programs.push({ at, levels });
        return { from: at, to: at + levels.flat().length * 16 };
      },
    },
    (take) => {
      for (let i = 0; i < threads; i++) scratch.push(take(kernels.scratchBytes.value));
    },
  );
  const linesOfUnit = ({ overRows, lines }: Level[number]) =>
    overRows ? kernels.BLOCK.value : Math.ceil(lines / threads);
  return {
    passes,
    scratch,
    write(memory) {
      for (const { matrix, values } of passes.constants) writeMatrix(memory, matrix, values);
      for (const { at, levels } of programs) writeProgram(memory, at, levels, linesOfUnit);
    },
  };
}
