import { type Dataset, task } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { Problem, RunConfig, Snapshot } from "@grokscape/trainer";
import type { Times } from "../statistics.ts";

/*
 * Each contestant is a process of its own, in whatever language. It greets with one line, then
 * answers each line it is sent with one line of its own; both are JSON. It ends with its input.
 */

/** Numbers as base64 of little-endian values. */
interface DatasetMessage {
  readonly count: number;
  /** count × 2 × uint16 */
  readonly operands: string;
  /** count × uint16 */
  readonly labels: string;
}

/** What to train, as plain data. */
export interface ProblemMessage {
  readonly config: RunConfig;
  readonly classes: number;
  readonly train: DatasetMessage;
  readonly test: DatasetMessage;
  readonly weights: WeightsMessage;
}

/** Row-major float32, by name. */
export type WeightsMessage = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly data: string }>
>;

/** What may be asked, with what is told along with it. */
export interface Questions {
  /** Take up a problem at its starting weights. */
  readonly open: { readonly problem: ProblemMessage };
  /** Train `untimed` steps, then `count` more. */
  readonly steps: { readonly untimed: number; readonly count: number };
  /** Evaluate `count` times. */
  readonly evaluations: { readonly count: number };
  readonly weights: Record<never, never>;
  readonly memory: Record<never, never>;
}

/** The answer to each kind of message. */
export interface Answers {
  readonly open: Record<never, never>;
  /** Of the last `count`. */
  readonly steps: Times;
  readonly evaluations: Times;
  readonly weights: { readonly weights: WeightsMessage };
  /** What the process took at most beyond what it had before `open`; null where nobody can say. */
  readonly memory: { readonly megabytes: number | null };
}

export type Question = keyof Questions;

/** The first line of a contestant: the library and its version, or why it cannot take part. */
export type Greeting = { readonly library: string } | { readonly absent: string };

type Numbers = Uint16Array | Float32Array;

export const encode = (numbers: Numbers): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");

function bytes(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, "base64")).buffer;
}

export const decodeFloats = (text: string): Float32Array<ArrayBuffer> =>
  new Float32Array(bytes(text));

const encodeDataset = ({ count, operands, labels }: Dataset): DatasetMessage => ({
  count,
  operands: encode(operands),
  labels: encode(labels),
});

const decodeDataset = ({ count, operands, labels }: DatasetMessage): Dataset => ({
  count,
  arity: 2,
  operands: new Uint16Array(bytes(operands)),
  labels: new Uint16Array(bytes(labels)),
});

/** A problem of `problemOf`, as a message. */
export function encodeProblem(
  config: RunConfig,
  problem: Problem,
  start: Snapshot,
): ProblemMessage {
  return {
    config,
    classes: problem.shape.classes,
    train: encodeDataset(problem.train),
    test: encodeDataset(problem.test),
    weights: encodeWeights(start.weights),
  };
}

export const encodeWeights = (weights: Tensors): WeightsMessage =>
  Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: encode(data as Float32Array) },
    ]),
  );

/** A problem of a message, for an engine of ours. */
export function decodeProblem(message: ProblemMessage): { problem: Problem; start: Snapshot } {
  const { config, train, test } = message;
  const weights = Object.fromEntries(
    Object.entries(message.weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: decodeFloats(data) },
    ]),
  );
  return {
    problem: {
      ...config,
      shape: task(config.task),
      train: decodeDataset(train),
      test: decodeDataset(test),
    },
    start: { step: 0, weights, optimiser: {} },
  };
}
