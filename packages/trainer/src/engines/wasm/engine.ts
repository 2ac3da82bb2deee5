import { InputError, seen } from "@grokscape/group-datasets";
import { weightCount } from "@grokscape/models";
import { admit } from "../admit.ts";
import type { Engine, Problem, Session, Snapshot } from "../engine.ts";
import { withinMemory } from "../memory.ts";
import { openSession } from "../session.ts";
import { lacks } from "../tape/lacks.ts";
import { fusedSession } from "./fused-session.ts";
import { narrowSession } from "./narrow-session.ts";
import { kernelNetwork } from "./network.ts";
import { prepare } from "./prepare.ts";
import { isFused, isNarrow, isTwoLayer } from "./recipe.ts";
import { canShareMemory, wasmSupport } from "./support.ts";
import { gramGradient } from "./tape/gram.ts";
import { tapeNetwork } from "./tape/network.ts";
import { availableThreads } from "./threads.ts";

export interface WasmEngineOptions {
  /**
   * Threads that share the work of one run, which change no bit of it; 64 at most. Left out: as many as pay for
   * this problem on this machine; 1 where memory cannot be shared (a page without cross-origin
   * isolation) or no worker started from a blob (its Content-Security-Policy).
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
 * Trains any network on our own SIMD kernels, float32: nothing to configure, the same bits in Node and
 * in every browser, for any number of threads.
 *
 * @throws InputError (from `open`) if WebAssembly has no SIMD here, if memory is refused, if threads
 *   were asked for where there can be none, if the page's Content-Security-Policy forbids either, or if
 *   data lie outside the task's ranges
 */
export function wasmEngine(options: WasmEngineOptions = {}): Engine {
  const { threads } = options;
  if (!(threads === undefined || (Number.isInteger(threads) && threads >= 1 && threads <= 64))) {
    throw new InputError(`threads must be a whole number from 1 to 64, got ${seen(threads)}`);
  }
  const fast = options.fast === true && wasmSupport().relaxedSimd;
  const name = fast ? "wasm-fast" : "wasm";
  const engine: Engine = {
    name,
    numericVersion: "3",
    lacks,
    async open(problem, start) {
      admit(engine, problem, start);
      if (threads && threads > 1 && !canShareMemory()) {
        throw new InputError(
          `${threads} threads need shared memory, which this page does not have`,
          "serve it with the headers COOP: same-origin and COEP: require-corp, or leave threads out",
        );
      }
      const count = threads ?? (canShareMemory() ? worthwhileThreads(problem) : 1);
      const openOn = (count: number) =>
        withinMemory(problem, 4, () => open(problem, start, count, fast));
      try {
        return await openOn(count);
      } catch (error) {
        if (threads !== undefined || count === 1) throw error;
        return openOn(1);
      }
    },
  };
  return engine;
}

async function open(
  problem: Problem,
  start: Snapshot,
  threads: number,
  fast: boolean,
): Promise<Session> {
  if (!isTwoLayer(problem)) {
    return openSession(problem, start, await tapeNetwork(problem, threads, fast));
  }
  const prepared = await prepare(problem, threads, fast);
  if (!isFused(problem)) return openSession(problem, start, kernelNetwork(problem, prepared));
  const session = fusedSession(problem, start, prepared);
  if (!isNarrow(problem)) return session;
  return narrowSession(problem, start, session, await gramGradient(problem, threads, fast));
}

function worthwhileThreads(problem: Problem): number {
  const { shape, model, train, batchSize } = problem;
  const work = isTwoLayer(problem)
    ? 6 * train.count * model.width * shape.classes
    : 6 * Math.min(batchSize ?? train.count, train.count) * weightCount(model, shape);
  return Math.max(1, Math.min(availableThreads(), mostThreads, Math.floor(work / workOfAThread)));
}
