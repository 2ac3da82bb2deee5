import { dataset, task, trainCount } from "@grokscape/group-datasets";
import type { TransformerSpec } from "@grokscape/models";
import {
  type Problem,
  preset,
  type RunConfig,
  runConfig,
  type Snapshot,
  setUp,
} from "@grokscape/trainer";

/** One full-batch problem: Z_M, K hidden nodes, n pairs shown; x², mse, Adam unless a preset is named. */
export interface Configuration {
  readonly name: string;
  readonly M: number;
  readonly K: number;
  readonly n: number;
  /** Held-out pairs at most; left out: all that are not shown. */
  readonly heldOut?: number;
  /** Name of the preset that it is: a transformer. */
  readonly preset?: string;
}

const configOf = ({ M, K, n, preset: name }: Configuration): RunConfig =>
  runConfig(
    name ? preset(name).config : { task: `cyclic:${M}`, split: { count: n }, model: { width: K } },
  );

function ofPreset(name: string, of: string): Configuration {
  const { task: id, split, model } = runConfig(preset(of).config);
  const { mlpWidth: K } = model as TransformerSpec;
  const shape = task(id);
  return { name, M: shape.classes, K, n: trainCount(shape, split), preset: of };
}

/** A is the paper's Figure 3, B its Figure 7, L a large one, T a transformer. */
export const configurations: readonly Configuration[] = [
  { name: "S", M: 23, K: 256, n: 212 },
  { name: "A", M: 71, K: 2048, n: 2016 },
  { name: "B", M: 127, K: 1024, n: 3225 },
  { name: "C", M: 127, K: 256, n: 12903 },
  { name: "L", M: 499, K: 512, n: 20000, heldOut: 20000 },
  ofPreset("T", "nanda-2023"),
];

/** A configuration's data, settings and starting weights: the same for every contestant. */
export function problemOf(configuration: Configuration): {
  config: RunConfig;
  problem: Problem;
  start: Snapshot;
} {
  const { config, task, parts, problem, start } = setUp(configOf(configuration));
  const test = dataset(task, parts.test.subarray(0, configuration.heldOut));
  return { config, problem: { ...problem, test }, start: start() };
}

/**
 * Multiplications and additions of one step: forward, and both gradients of the top product; of a
 * transformer those of all products at the token "=", which no way of writing it saves.
 */
export function operationsOfStep(configuration: Configuration): number {
  const { M, K, n, preset } = configuration;
  if (!preset) return 6 * n * K * M;
  const { width } = configOf(configuration).model;
  return 6 * n * width * (2 * width + 2 * K + M);
}
