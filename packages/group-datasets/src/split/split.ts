import { InputError } from "../errors.ts";
import { randomStream, shuffle } from "../random/streams.ts";
import { allLabels, type Task } from "../task/task.ts";
import { bundles } from "./bundles.ts";
import { type SplitSpec, trainCounts } from "./spec.ts";

/** Which examples are shown (train) and which are held out (test): indices, ascending. */
export interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * Splits a task at random, by `seed`; the same indices on every machine. If `examples` says which are shown,
 * nothing is drawn.
 *
 * @param seed whole number in [0, 2³²)
 * @throws InputError if the amount or the conditions cannot be met, or if the task is too large: as
 *   many numbers as the largest group's table has, 2²⁶ examples of two operands or 2²³ of 23
 */
export function split(task: Task, spec: SplitSpec & { readonly seed: number }): Split {
  const counts = trainCounts(task, spec);
  const { seed, examples } = spec;
  if (examples) return sides(task.size, examples);
  const stream = randomStream(seed, "split");
  const { bundleOf, sizes } = bundles(task, spec);
  const stratumOf = strata(task, spec, bundleOf);
  const order = places(sizes, true);
  const quotas = shares(task, counts, order, sizes, stratumOf);
  shuffle(order, stream);

  const shown = new Uint8Array(task.size);
  for (const bundle of order) {
    const stratum = stratumOf(bundle);
    if (quotas[stratum] < sizes[bundle]) continue;
    quotas[stratum] -= sizes[bundle];
    shown[bundle] = 1;
  }
  for (let i = 0; bundleOf && i < task.size; i++) shown[i] = shown[bundleOf[i]];
  return { train: places(shown, true), test: places(shown, false) };
}

/** Example → which of several lots it is drawn from. */
function strata(
  task: Task,
  { first, stratify }: SplitSpec,
  bundleOf?: Uint32Array,
): (example: number) => number {
  if (stratify) {
    const labels = sharedLabels(task, bundleOf);
    return (example) => labels[example];
  }
  const second = first === undefined ? task.size : (task.operations?.[0].size ?? 0);
  return (example) => Number(example >= second);
}

/** The split that shows these examples. */
function sides(size: number, examples: readonly number[]): Split {
  const shown = new Uint8Array(size);
  for (const index of examples) shown[index] = 1;
  return { train: places(shown, true), test: places(shown, false) };
}

/** Example → its label, the same for all transposes. */
function sharedLabels(task: Task, bundleOf?: Uint32Array): Uint16Array {
  const labels = allLabels(task);
  const other = bundleOf?.findIndex((bundle, index) => labels[bundle] !== labels[index]) ?? -1;
  if (other < 0) return labels;
  const shown = (index: number): string => `(${task.example(index).operands.join(", ")})`;
  throw new InputError(
    `transposes of ${task.id} have different labels, such as ${shown(other)} and ${shown((bundleOf as Uint32Array)[other])}`,
    "so they cannot be stratified by label and kept together: ask for one of both",
  );
}

/**
 * How many examples of each stratum to show: what is asked of each, or shares of what is asked of the whole,
 * by largest remainder.
 */
function shares(
  { id, classes }: Task,
  counts: readonly number[],
  order: Uint32Array,
  sizes: Uint32Array,
  stratumOf: (example: number) => number,
): Uint32Array {
  const totals = new Uint32Array(Math.max(classes, counts.length));
  for (const bundle of order) totals[stratumOf(bundle)] += sizes[bundle];
  const mayBeShown = (count: number, available: number): void => {
    if (count <= available) return;
    throw new InputError(
      `${count} examples of ${id} are to be shown, but ${available} may be`,
      "hold out fewer symbols, or show fewer examples",
    );
  };
  if (counts.length > 1) {
    for (const [stratum, count] of counts.entries()) mayBeShown(count, totals[stratum]);
    return Uint32Array.from(counts);
  }
  const [count] = counts;
  const available = totals.reduce((sum, total) => sum + total, 0);
  mayBeShown(count, available);
  const quotas = totals.map((total) => Math.floor((count * total) / available));
  const left = count - quotas.reduce((sum, quota) => sum + quota, 0);
  const remainder = (stratum: number): number => (count * totals[stratum]) % available;
  const byRemainder = Array.from(totals.keys()).sort((a, b) => remainder(b) - remainder(a));
  for (const stratum of byRemainder.slice(0, left)) quotas[stratum]++;
  return quotas;
}

/** Where the numbers are positive, or where they are 0; ascending. */
function places(numbers: Uint8Array | Uint32Array, positive: boolean): Uint32Array {
  let count = 0;
  for (const number of numbers) if (number > 0 === positive) count++;
  const found = new Uint32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (numbers[i] > 0 === positive) found[at++] = i;
  return found;
}
