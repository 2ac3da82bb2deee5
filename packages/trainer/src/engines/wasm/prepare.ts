import { partsOfW } from "@grokscape/models";
import type { Problem } from "../engine.ts";
import { growTo, type Kernels, type Sizes, startKernels } from "./kernels.ts";
import { isFused, type TwoLayer } from "./recipe.ts";
import { momentPlaces } from "./settings.ts";
import { type Helpers, startHelpers } from "./threads.ts";

/** Kernels whose memory is laid out for a problem, and the threads that help with them. */
export interface Prepared {
  readonly kernels: Kernels;
  readonly memory: WebAssembly.Memory;
  readonly helpers: Helpers | undefined;
}

/** Kernels whose memory holds the problem's sizes, run by so many threads. */
export async function prepare(
  problem: TwoLayer<Problem>,
  threads: number,
  fast: boolean,
): Promise<Prepared> {
  const shared = threads > 1;
  const { module, memory, kernels } = await startKernels<Kernels>({ shared, fast });
  const { shape, model, train, test, ridge } = problem;
  const fused = isFused(problem) ? problem : undefined;
  const sizesOf = (thread: number): Sizes => [
    train.count,
    test.count,
    shape.operands,
    partsOfW(model, shape.operands) * shape.vocabulary,
    model.width,
    shape.classes,
    fused ? momentPlaces(fused) : 1,
    ridge !== null,
    fused?.optimiser.kind === "muon",
    threads,
    thread,
  ];
  growTo(memory, kernels.plan(...sizesOf(0)));
  const helpers = shared ? await startHelpers(module, memory, sizesOf, threads) : undefined;
  return { kernels, memory, helpers };
}
