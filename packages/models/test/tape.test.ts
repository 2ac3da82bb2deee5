import { describe, expect, test } from "vitest";
import { type Matrix, matrix, type Tape, tape } from "../src/reference/tape.ts";

const A = [0.3, -1.2, 0.7, 2, -0.4, 1.1];
const B = [1.5, 0.2, -0.8, 0.9, 0.6, -1.7];
const picks = {
  count: 4,
  perExample: 2,
  tableRows: 3,
  indices: Uint32Array.of(0, 2, 1, 1, 2, 0, 1, 2),
};

/** Every operation on a (3 × 2) and b (as given), and what it should give. */
const operations: Record<string, (ops: Tape, a: Matrix, b: Matrix) => Matrix[]> = {
  "select, a row twice over": (ops, a) => [ops.select(a, picks)],
  rows: (ops, a, b) => [ops.times(ops.rows(a, 1, 2), ops.rows(b, 0, 2))],
  "the same rows twice": (ops, a) => [ops.times(ops.rows(a, 0, 2), ops.rows(a, 1, 2))],
  stack: (ops, a, b) => [ops.stack([a, b, a])],
  beside: (ops, a, b) => [ops.beside([a, b, a])],
  product: (ops, a, b) => [ops.product(a, ops.product(ops.constant(2, 3, [1, 2, 3, 4, 5, 6]), b))],
  add: (ops, a, b) => [ops.add(a, b)],
  "add a row": (ops, a, b) => [ops.add(a, ops.rows(b, 1, 1))],
  "add a column": (ops, a, b) => [ops.add(a, ops.mean(b, "columns"))],
  times: (ops, a, b) => [ops.times(a, b)],
  "times itself": (ops, a) => [ops.times(a, a)],
  "times a row": (ops, a, b) => [ops.times(a, ops.rows(b, 1, 1))],
  "times a column": (ops, a, b) => [ops.times(a, ops.mean(b, "columns"))],
  scale: (ops, a) => [ops.scale(a, -2.5)],
  activate: (ops, a) => [ops.activate(a, "silu")],
  "mean over rows": (ops, a) => [ops.mean(a, "rows")],
  "mean over columns": (ops, a) => [ops.mean(a, "columns")],
  inverseRoot: (ops, a) => [ops.inverseRoot(ops.times(a, a), 0.1)],
  softmax: (ops, a, b) => ops.softmax([a, b, ops.times(a, b)]),
  "softmax of one": (ops, a) => ops.softmax([a]),
};

/** A sum in which every entry counts differently. */
const weigh = (value: ArrayLike<number>) =>
  Array.from(value).reduce((sum, x, i) => sum + (0.5 + ((i * 7) % 5)) * x, 0);

describe.each(Object.entries(operations))("%s", (_name, operation) => {
  const made = (a: readonly number[], b: readonly number[]) => {
    const ops = tape();
    const inputs = [a, b].map((values) => matrix(3, 2, Float64Array.from(values)));
    const outputs = operation(ops, inputs[0], inputs[1]);
    return { ops, inputs, all: ops.stack(outputs) };
  };

  test("has the gradient that central differences show", () => {
    const { ops, inputs, all } = made(A, B);
    ops.backward(
      all,
      Array.from(all.value, (_, i) => 0.5 + ((i * 7) % 5)),
    );
    const h = 1e-6;
    const at = (a: readonly number[], b: readonly number[]) => weigh(made(a, b).all.value);
    for (let i = 0; i < 6; i++) {
      const byA = (at(A.with(i, A[i] + h), B) - at(A.with(i, A[i] - h), B)) / (2 * h);
      const byB = (at(A, B.with(i, B[i] + h)) - at(A, B.with(i, B[i] - h))) / (2 * h);
      expect(inputs[0].gradient[i]).toBeCloseTo(byA, 7);
      expect(inputs[1].gradient[i]).toBeCloseTo(byB, 7);
    }
  });
});

test("softmax shares add up to 1 and do not overflow", () => {
  const big = matrix(1, 2, Float64Array.of(1000, -1000));
  const small = matrix(1, 2, Float64Array.of(0, 0));
  const [first, second] = tape().softmax([big, small]);
  expect(Array.from(first.value)).toEqual([1, 0]);
  expect(Array.from(second.value)).toEqual([0, 1]);
});
