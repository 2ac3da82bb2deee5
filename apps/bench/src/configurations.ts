import { dataset } from "@grokscape/group-datasets";
import { type Problem, runConfig, type Snapshot, setUp } from "@grokscape/trainer";

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
  const config = runConfig({ task: `cyclic:${M}`, split: { count: n }, model: { width: K } });
  const { task, parts, problem, start } = setUp(config);
  const test = dataset(task, parts.test.subarray(0, heldOut));
  return { problem: { ...problem, test }, start: start() };
}

/** Multiplications and additions of one step: forward, and both gradients of the top product. */
export const operationsOfStep = ({ M, K, n }: Configuration): number => 6 * n * K * M;
