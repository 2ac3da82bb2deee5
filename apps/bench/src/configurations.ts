import { dataset, split, task } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { type Problem, runConfig, type Snapshot } from "@grokscape/trainer";

/** One full-batch problem: Z_M, K hidden nodes, n pairs shown; x², mse, Adam. */
export interface Configuration {
  readonly name: string;
  readonly M: number;
  readonly K: number;
  readonly n: number;
  /** Held-out pairs at most; left out: all that are not shown. */
  readonly heldOut?: number;
}

/** A is the paper's Figure 3, B its Figure 7, L a large one. */
export const configurations: readonly Configuration[] = [
  { name: "S", M: 23, K: 256, n: 212 },
  { name: "A", M: 71, K: 2048, n: 2016 },
  { name: "B", M: 127, K: 1024, n: 3225 },
  { name: "C", M: 127, K: 256, n: 12903 },
  { name: "L", M: 499, K: 512, n: 20000, heldOut: 20000 },
];

/** A configuration's data, settings and starting weights: the same for every contestant. */
export function problemOf({ M, K, n, heldOut }: Configuration): {
  problem: Problem;
  start: Snapshot;
} {
  const addition = task(`cyclic:${M}`);
  const { train, test } = split(addition, { count: n, seed: 1 });
  const config = runConfig({ task: addition.id, model: { width: K } });
  return {
    problem: {
      ...config,
      shape: addition,
      train: dataset(addition, train),
      test: dataset(addition, test.subarray(0, heldOut)),
    },
    start: { step: 0, weights: initialise(config.model, addition, 1), optimiser: {} },
  };
}

/** Multiplications and additions of one step: forward, and both gradients of the top product. */
export const operationsOfStep = ({ M, K, n }: Configuration): number => 6 * n * K * M;
