import { InputError } from "../errors.ts";
import { randomStream, shuffle, uniform, uniformBelow } from "../random/streams.ts";
import { seen } from "../text/seen.ts";
import { checkIndices } from "./indices.ts";
import { shareOf } from "./share-of.ts";
import { allLabels, checkTask, reader, type Task } from "./task.ts";

interface Noise {
  /** Whole number in [0, 2³²). */
  readonly seed: number;
  /** Indices of the examples that may be changed, such as a split's `train`; all if left out. */
  readonly among?: ArrayLike<number>;
}

/**
 * The same examples, each label replaced, with this probability, by one drawn from all classes: the
 * right one may be drawn again.
 *
 * @throws InputError unless the probability lies in [0, 1]
 */
export function labelNoise(task: Task, noise: Noise & { readonly probability: number }): Task {
  const { probability, seed, among } = Object(noise) as typeof noise;
  checkTask(task);
  checkShare("probability", probability);
  const labels = allLabels(task);
  const stream = randomStream(seed, "noise");
  for (const index of indices(task, among)) {
    if (uniform(stream) < probability) labels[index] = uniformBelow(stream, task.classes);
  }
  return relabelled(task, labels, `each label redrawn with probability ${probability}`);
}

/**
 * The same examples, exactly this share of them (rounded down) with a wrong label, every wrong class as
 * likely as any other.
 *
 * @throws InputError unless the fraction lies in [0, 1]
 */
export function corruptLabels(task: Task, noise: Noise & { readonly fraction: number }): Task {
  const { fraction, seed, among } = Object(noise) as typeof noise;
  checkTask(task);
  checkShare("fraction", fraction);
  if (task.classes < 2) throw new InputError(`${task.id} has one class: no label can be wrong`);
  const labels = allLabels(task);
  const stream = randomStream(seed, "noise");
  const chosen = indices(task, among);
  shuffle(chosen, stream);
  for (const index of chosen.subarray(0, shareOf(fraction, chosen.length))) {
    const wrong = uniformBelow(stream, task.classes - 1);
    labels[index] = wrong < labels[index] ? wrong : wrong + 1;
  }
  return relabelled(task, labels, `a share of ${fraction} of the labels wrong`);
}

function checkShare(name: string, value: number): void {
  if (typeof value === "number" && value >= 0 && value <= 1) return;
  throw new InputError(`${name} ${seen(value)} lies outside [0, 1]`, "0.1 is one label in ten");
}

function indices(task: Task, among?: ArrayLike<number>): Uint32Array {
  if (among === undefined) return Uint32Array.from({ length: task.size }, (_, index) => index);
  checkIndices(task, among);
  return Uint32Array.from(among);
}

/** Another task with other labels; its group, its theory and its operations no longer hold. */
function relabelled(task: Task, labels: Uint16Array, how: string): Task {
  const { group, theory, operations, ...rest } = task;
  const read = reader(task);
  return {
    ...rest,
    title: `${task.title}, ${how}`,
    example: (index) => ({ ...task.example(index), label: labels[index] }),
    read(index, into, at) {
      read(index, into, at);
      return labels[index];
    },
  };
}
