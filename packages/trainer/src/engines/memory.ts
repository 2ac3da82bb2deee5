import { InputError } from "@grokscape/group-datasets";
import { weightCount } from "@grokscape/models";
import type { GradientFilter } from "../config/config.ts";
import type { Problem, Recipe } from "./engine.ts";

/** What a run's memory depends on. */
export type Sized = Recipe &
  Pick<Problem, "shape"> & {
    readonly train: Pick<Problem["train"], "count">;
    readonly test: Pick<Problem["test"], "count">;
  };

/**
 * Bytes that any engine takes at least: for weights, their gradient, what the optimiser keeps of each,
 * and the logits of a data set with theirs.
 *
 * @param ofNumber bytes of a number: 4 for float32, 8 for float64
 */
export function leastMemory(
  { model, shape, optimiser, links, gradientFilters, train, test }: Sized,
  ofNumber: number,
): number {
  const kept = gradientFilters.map(keptByFilter).reduce((sum, each) => sum + each, 0);
  const moments = links ? 0 : (momentsOfKind[optimiser.kind] ?? 0);
  const logits = Math.max(train.count, test.count) * shape.classes;
  return ofNumber * (weightCount(model, shape) * (2 + moments + kept) + 2 * logits);
}

const momentsOfKind: Readonly<Record<string, number>> = { sgd: 0, adam: 2, adamw: 2, muon: 1 };

function keptByFilter(filter: GradientFilter): number {
  if (filter.kind === "grokfast-ma") return filter.window;
  return filter.kind === "grokfast-ema" ? 1 : 0;
}

/**
 * @param available bytes; left out, what this machine has
 * @throws InputError if the run takes more, saying how much
 */
export function mustFitMemory(
  problem: Sized,
  ofNumber: number,
  available: number = machineMemory(),
): void {
  const least = leastMemory(problem, ofNumber);
  if (least <= available) return;
  throw new InputError(
    `this run takes ${inWords(least)} of memory at least, and here are ${inWords(available)}`,
    lessening,
  );
}

const lessening = "take a smaller width, fewer examples or a shorter window";

/** Bytes assumed for a page, which cannot ask how much memory there is. */
const ofPage = 2 ** 34;

function machineMemory(): number {
  const { process } = globalThis;
  const os = process?.getBuiltinModule?.("node:os");
  if (!os) return ofPage;
  return Math.min(os.totalmem(), process.constrainedMemory?.() || Infinity);
}

/**
 * Does `work`. If an allocation in it is refused, the error says how much memory the run takes.
 *
 * @throws InputError if memory is refused, and whatever `work` throws
 */
export async function withinMemory<Result>(
  problem: Sized,
  ofNumber: number,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError) || /call stack/i.test(error.message)) throw error;
    throw new InputError(
      `this run takes ${inWords(leastMemory(problem, ofNumber))} of memory at least, which was refused (${error.message})`,
      `free memory, or ${lessening}`,
    );
  }
}

const units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];

/** "12.3 GB" */
export function inWords(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  for (; amount >= 1000 && unit < units.length - 1; unit++) amount /= 1000;
  return `${unit === 0 ? amount : amount.toPrecision(3)} ${units[unit]}`;
}
