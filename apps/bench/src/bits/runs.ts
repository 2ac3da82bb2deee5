import { type Engine, referenceEngine } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { bytesOf, networkBytes } from "../../../../packages/trainer/test/engines/network-bytes.ts";
import { golden, goldenRecipes, goldenRun } from "../../../../packages/trainer/test/golden.ts";

/** A run whose final weights are committed. */
export interface CommittedRun {
  /** Engine, number of threads, network. */
  readonly name: string;
  /** As it is committed, and as it comes here. */
  readonly expected: string;
  train(): Promise<string>;
}

/**
 * All recipes and networks of every engine that promises the same bits.
 *
 * @param tfjs TensorFlow.js's engine, which has to be told in a browser where its file is
 * @param mostThreads of our kernels: from 1 on
 */
export function committedRuns(tfjs: Engine, mostThreads: number): CommittedRun[] {
  const threads = Array.from({ length: mostThreads }, (_, i) => i + 1);
  const engines: readonly (readonly [keyof typeof golden, string, Engine])[] = [
    ["reference", "reference", referenceEngine],
    ["tfjs", "tfjs", tfjs],
    ...threads.map(
      (count) => ["wasm", `wasm on ${count}`, wasmEngine({ threads: count })] as const,
    ),
  ];
  return engines.flatMap(([engine, name, own]) => [
    ...goldenRecipes.map((recipe) => ({
      name: `${name}: ${recipe}`,
      expected: golden[engine][recipe],
      train: () => goldenRun(own, recipe),
    })),
    ...networkBytes.map((network) => ({
      name: `${name}: ${network.name}`,
      expected: network[engine],
      train: () => bytesOf(own, network.model),
    })),
  ]);
}

/** What came of all runs in a place. */
export interface Told {
  /** As the place calls itself: "Node v22.12.0 x64", or a browser's words. */
  readonly place: string;
  /** Of the processor, where the place tells. */
  readonly arch?: string;
  readonly runs: number;
  /** Names of those with other weights, with the hash that came, or why none did. */
  readonly others: readonly string[];
}

export async function trainAll(place: string, runs: readonly CommittedRun[]): Promise<Told> {
  const others: string[] = [];
  for (const { name, expected, train } of runs) {
    const came = await train().catch(String);
    if (came !== expected) others.push(`${name}: ${came}`);
  }
  return { place, runs: runs.length, others };
}
