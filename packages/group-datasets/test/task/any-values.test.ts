import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  corruptLabels,
  type Dataset,
  dataset,
  groupTask,
  InputError,
  labelNoise,
  npy,
  split,
  task,
  taskId,
  toCsv,
  toJsonl,
  toNpy,
  trainCount,
  tupleTask,
} from "../../src/index.ts";

const known = task("dihedral:3");

/** Anything at all, and what is nearly right. */
const any = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
    withSet: true,
  }),
  fc.constantFrom<unknown>(
    { toString: null },
    { valueOf: null, toString: null },
    [{ toString: null }],
    Symbol("x"),
    () => 1,
    "0.5",
    "cyclic:5",
    -0,
    0.5,
    3,
    1e300,
    Number.POSITIVE_INFINITY,
    2n,
    { length: 1e15 },
    { length: 2 ** 25 },
    { symbols: [1] },
    { symbols: [Number.POSITIVE_INFINITY, true] },
    { symbols: [1], operand: "1" },
    { symbols: { length: 2 } },
    new Array(1e6),
    new Uint16Array(6),
  ),
);

const record = <Key extends string>(...keys: readonly Key[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, any])) as Record<Key, typeof any>, {
    requiredKeys: [],
  });

const specs = fc.oneof(
  record("fraction", "seed"),
  record("fraction", "count", "criticalMultiple", "seed", "stratify"),
  record("holdOut", "seed", "keepTransposesTogether", "first"),
  record("count", "holdOut", "seed", "stratify"),
  record("count").map((spec) => ({ ...spec, seed: 1 })),
);

const measures = record("id", "title", "operands", "vocabulary", "classes", "size");
const measured = fc
  .tuple(measures, fc.boolean())
  .map(([changes, own]) =>
    own ? { ...known, ...changes } : { ...known, read: undefined, ...changes },
  );

describe("whatever is given, nothing but an InputError of one line is thrown", () => {
  const anyTask = fc.oneof(any, measured) as fc.Arbitrary<typeof known>;
  const functions: Readonly<
    Record<string, readonly [fc.Arbitrary<unknown[]>, (...all: never[]) => unknown]>
  > = {
    task: [fc.tuple(fc.oneof(any, fc.string())), task],
    "task in families": [fc.tuple(fc.constant("cyclic:3"), any), task],
    split: [fc.tuple(fc.constant(known), fc.oneof(specs, any)), split],
    "split of a task": [fc.tuple(anyTask, fc.constant({ count: 3, seed: 1 })), split],
    trainCount: [fc.tuple(anyTask, fc.oneof(specs, any)), trainCount],
    dataset: [fc.tuple(fc.constant(known), any), dataset],
    "dataset of a task": [fc.tuple(anyTask, fc.constant([0, 1, 8])), dataset],
    corruptLabels: [
      fc.tuple(fc.constant(known), fc.oneof(any, record("fraction", "seed", "among"))),
      corruptLabels,
    ],
    "corruptLabels of a task": [
      fc.tuple(anyTask, fc.constant({ fraction: 0.5, seed: 1 })),
      corruptLabels,
    ],
    labelNoise: [
      fc.tuple(fc.constant(known), fc.oneof(any, record("probability", "seed", "among"))),
      labelNoise,
    ],
    tupleTask: [
      fc.tuple(measures.map((parts) => ({ ...parts, label: () => 0 }))),
      tupleTask as never,
    ],
    groupTask: [fc.tuple(any, any), groupTask],
    taskId: [fc.tuple(fc.string(), fc.array(fc.oneof(fc.string(), fc.double()))), taskId],
    npy: [fc.tuple(any, any), npy],
    "npy of a shape": [
      fc.tuple(fc.constant(new Float32Array(6)), fc.oneof(any, fc.array(any, { maxLength: 3 }))),
      npy,
    ],
    toNpy: [fc.tuple(fc.oneof(any, datasets())), toNpy],
    toCsv: [fc.tuple(fc.oneof(any, datasets())), toCsv],
    toJsonl: [fc.tuple(fc.oneof(any, datasets())), toJsonl],
  };

  test.each(Object.keys(functions))("by %s", (name) => {
    const [given, act] = functions[name];
    fc.assert(
      fc.property(given, (values) => {
        try {
          act(...(values as never[]));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).toMatch(/^[^\n\r]+$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function datasets(): fc.Arbitrary<Dataset> {
  return record("count", "arity", "operands", "labels").map((changes) => ({
    ...dataset(known, [0, 1]),
    ...(changes as Partial<Dataset>),
  }));
}

test.each<[() => unknown, string]>([
  [() => split("cyclic:5" as never, { count: 3, seed: 1 }), 'needed, got "cyclic:5"'],
  [() => trainCount(null as never, { count: 3 }), "a task is needed, got null"],
  [() => dataset(undefined as never, [0]), "a task is needed, got undefined"],
  [() => dataset(known, "12" as never), 'indices of examples are needed, got "12"'],
  [() => task(5 as never), "a task's id must be a text, got 5"],
  [() => ["cyclic:5"].map(task as never), "task families must be an array of them, got 0"],
  [() => split(known, null as never), "a split is needed, got null"],
  [
    () => split(known, { fraction: "0.5" as never, seed: 1 }),
    'fraction must be a number, got "0.5"',
  ],
  [() => split(known, { fraction: null as never, seed: 1 }), "fraction must be a number, got null"],
  [() => split(known, { count: 2n as never, seed: 1 }), "count must be a number, got 2n"],
  [
    () => split(known, { count: 3, seed: 1, stratify: 1 as never }),
    "stratify must be a boolean, got 1",
  ],
  [
    () => split(known, { count: 3, seed: 1, holdOut: null as never }),
    "holdOut.symbols must be an array of symbols, got undefined",
  ],
  [() => corruptLabels(known, undefined as never), "fraction undefined lies outside [0, 1]"],
  [() => labelNoise(known, { probability: 0.5, seed: 1, among: null as never }), "got null"],
  [() => toNpy("x" as never), 'a dataset is needed, got "x"'],
  [() => groupTask("x", "cyclic:5" as never), 'a group is needed, got "cyclic:5"'],
  [() => tupleTask({ ...known, vocabulary: "3" as never, label: () => 0 }), 'vocabulary "3"'],
])("%s says of which type the value is", (act, message) => {
  expect(act).toThrow(InputError);
  expect(act).toThrow(message);
});
