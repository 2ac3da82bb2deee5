import { InputError } from "@grokscape/group-datasets";
import type { Engine, Problem, Recipe } from "../engine/engine.ts";
import { mustKnow } from "../engine/must-know.ts";
import { compileKernels, growTo, type Kernels, type Plan, smallestMemory } from "./kernels.ts";
import { kernelSession } from "./session.ts";
import { lossNumbers, momentNames, optimiserNumbers } from "./settings.ts";
import { canShareMemory, wasmSupport } from "./support.ts";
import { availableThreads, type Helpers, startHelpers } from "./threads.ts";

export interface WasmEngineOptions {
  /**
   * Threads that share the work of one run, which change no bit of it. Left out: as many as pay for
   * this problem on this machine; 1 where memory cannot be shared (a page without cross-origin
   * isolation).
   */
  readonly threads?: number;
  /**
   * Uses relaxed SIMD where this machine has it: about a quarter faster, but the last bits may differ
   * from one kind of processor to the next. Such an engine calls itself "wasm-fast"; where relaxed
   * SIMD is missing it is the plain one, and calls itself "wasm".
   */
  readonly fast?: boolean;
}

const mostThreads = 8;
/** Floating-point operations a step from which one more thread pays for its waking. */
const workOfAThread = 5e7;

/**
 * Trains on our own SIMD kernels, float32: nothing to configure, the same bits in Node and in every
 * browser, for any number of threads.
 *
 * @throws InputError (from `open`) if WebAssembly has no SIMD here, if memory is refused, if threads
 *   were asked for where there can be none, or if data lie outside the task's ranges
 */
export function wasmEngine(options: WasmEngineOptions = {}): Engine {
  const { threads } = options;
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1)) {
    throw new InputError(`threads must be a whole number ≥ 1, got ${threads}`);
  }
  const fast = options.fast === true && wasmSupport().relaxedSimd;
  const name = fast ? "wasm-fast" : "wasm";
  return {
    name,
    numericVersion: "2",
    knows,
    async open(problem, start) {
      check(problem);
      mustKnow({ name, knows }, problem);
      if (threads && threads > 1 && !canShareMemory()) {
        throw new InputError(
          `${threads} threads need shared memory, which this page does not have`,
          "serve it with the headers COOP: same-origin and COEP: require-corp, or leave threads out",
        );
      }
      const count = threads ?? (canShareMemory() ? worthwhileThreads(problem) : 1);
      try {
        return kernelSession(problem, start, await prepare(problem, count, fast));
      } catch (error) {
        if (threads !== undefined || count === 1 || error instanceof InputError) throw error;
        return kernelSession(problem, start, await prepare(problem, 1, fast));
      }
    },
  };
}

/** Kernels whose memory is laid out for a problem, and the threads that help with them. */
export interface Prepared {
  readonly kernels: Kernels;
  readonly memory: WebAssembly.Memory;
  readonly helpers: Helpers | undefined;
}

async function prepare(problem: Problem, threads: number, fast: boolean): Promise<Prepared> {
  const shared = threads > 1;
  const module = await compileKernels({ shared, fast });
  const memory = smallestMemory(shared);
  const instance = await WebAssembly.instantiate(module, { env: { memory, abort() {} } });
  const kernels = instance.exports as unknown as Kernels;
  const { shape, model, train, test, optimiser } = problem;
  const planOf = (thread: number): Plan => [
    train.count,
    test.count,
    shape.operands,
    shape.operands * shape.vocabulary,
    model.width,
    shape.classes,
    momentNames(optimiser).length,
    threads,
    thread,
  ];
  growTo(memory, kernels.plan(...planOf(0)));
  const helpers = shared ? await startHelpers(module, memory, planOf, threads) : undefined;
  return { kernels, memory, helpers };
}

function worthwhileThreads({ shape, model, train }: Problem): number {
  const work = 6 * train.count * model.width * shape.classes;
  return Math.max(1, Math.min(availableThreads(), mostThreads, Math.floor(work / workOfAThread)));
}

function check({ shape, train, test }: Problem): void {
  for (const { operands, labels } of [train, test]) {
    const operand = operands.find((symbol) => symbol >= shape.vocabulary);
    const label = labels.find((c) => c >= shape.classes);
    if (operand !== undefined) {
      throw new InputError(
        `operands must be < ${shape.vocabulary} (the vocabulary), got ${operand}`,
      );
    }
    if (label !== undefined) {
      throw new InputError(`labels must be < ${shape.classes} (the classes), got ${label}`);
    }
  }
}

function knows(recipe: Recipe): boolean {
  const { hiddenLayers, weights, bias, batchNorm, embedding, combine } = recipe.model;
  const twoLayers = hiddenLayers === 0 && embedding === "one-hot" && combine === "sum";
  const plainLayers = weights === "real" && !bias && !batchNorm;
  return twoLayers && plainLayers && isPlain(recipe);
}

/** Whether the kernels know the loss and the optimiser, and nothing else is asked for. */
function isPlain(recipe: Recipe): boolean {
  const { loss, labelScale, penalty, optimiser, schedule } = recipe;
  const { links, batchSize, gradientFilters, normClamp, ridge } = recipe;
  return (
    loss in lossNumbers &&
    labelScale === 1 &&
    penalty.l1 === 0 &&
    penalty.l2 === 0 &&
    optimiser.kind in optimiserNumbers &&
    !("nesterov" in optimiser && optimiser.nesterov) &&
    schedule.kind === "constant" &&
    schedule.warmUp === 0 &&
    links === undefined &&
    batchSize === null &&
    gradientFilters.length === 0 &&
    normClamp === null &&
    ridge === null
  );
}
