import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { numbers, random, sizeOf, startWasm } from "./support.ts";

beforeAll(async () => {
  await startWasm();
  expect((await installTfjsKernels()).added).toContain("Einsum");
});

const lengths: Record<string, number> = { a: 2, b: 3, c: 4, d: 5, e: 1 };
const shapeOf = (term: string) => [...term].map((label) => lengths[label]);

const equations = [
  "ab->ba",
  "ab->a",
  "ab->",
  "abc->cb",
  "abcd->dbca",
  "a->a",
  "a,a->",
  "a,a->a",
  "ab,ab->a",
  "ab,ba->",
  "abc,cba->b",
  "a,b->ab",
  "a,b->ba",
  "ab,bc->ac",
  "ab,bc->ca",
  "ba,bc->ac",
  "ab,cb->ac",
  "ba,cb->ca",
  "abc,acd->abd",
  "abc,adc->abd",
  "abc,bcd->ad",
  "abcd,cb->da",
  "abcd,bdac->",
  "dabc,ab->cd",
  "abc,d->bd",
  "abc,c->b",
  "ab,->ba",
  ",->",
  "ae,eb->ab",
  "abe,cbe->eca",
  "ab,bc,cd->ad",
  "ab,ab,ab->a",
  "a,b,c->cba",
  "abc,cd,bd,a->",
  "ab,cd,ac->bd",
  "a,,ab,b->ba",
];

/** Calls `visit` with each choice of an index for each label of an equation. */
function each(labels: string[], visit: (at: (term: string) => number) => void) {
  const count = labels.reduce((size, label) => size * lengths[label], 1);
  for (let index = 0; index < count; index++) {
    const places: Record<string, number> = {};
    let rest = index;
    for (const label of labels) {
      places[label] = rest % lengths[label];
      rest = Math.floor(rest / lengths[label]);
    }
    visit((term) => [...term].reduce((place, label) => place * lengths[label] + places[label], 0));
  }
}

describe.each(equations)("tf.einsum(%j)", (equation) => {
  const [left, result] = equation.split("->");
  const terms = left.split(",");
  const labels = [...new Set(terms.join(""))];
  const values = terms.map((term) => random(sizeOf(shapeOf(term))));
  const weights = random(sizeOf(shapeOf(result)));
  const tensors = () => terms.map((term, i) => tf.tensor(values[i], shapeOf(term)));

  test("is its definition", () => {
    const right = new Float64Array(weights.length);
    each(labels, (at) => {
      right[at(result)] += terms.reduce((x, term, i) => x * values[i][at(term)], 1);
    });
    const got = numbers(() => {
      const out = tf.einsum(equation, ...tensors());
      expect(out.shape).toEqual(shapeOf(result));
      return out;
    });
    for (const [i, value] of got.entries()) expect(value).toBeCloseTo(right[i], 5);
  });

  test("has the gradient of its definition", () => {
    const right = values.map((x) => new Float64Array(x.length));
    each(labels, (at) => {
      for (const [i, term] of terms.entries()) {
        const others = terms.reduce((x, t, j) => (j === i ? x : x * values[j][at(t)]), 1);
        right[i][at(term)] += weights[at(result)] * others;
      }
    });
    const got = numbers(() => {
      const gradients = tf.grads((...inputs: tf.Tensor[]) => {
        const out = tf.einsum(equation, ...inputs);
        return tf.sum(tf.mul(out, tf.tensor(weights, shapeOf(result))));
      })(tensors());
      return tf.concat(gradients.map((gradient) => tf.reshape(gradient, [-1])));
    });
    const expected = right.flatMap((gradient) => [...gradient]);
    for (const [i, value] of expected.entries()) expect(got[i]).toBeCloseTo(value, 5);
  });

  test("frees what it makes on the way", () => {
    const inputs = tensors();
    const backend = tf.backend();
    tf.dispose(tf.einsum(equation, ...inputs));
    const before = backend.numDataIds();
    tf.dispose(tf.einsum(equation, ...inputs));
    expect(backend.numDataIds()).toBe(before);
    for (const input of inputs) expect(input.dataSync().length).toBe(input.size);
    tf.dispose(inputs);
  });
});

describe('"..." stands for the axes that have no label, stretched as NumPy does', () => {
  test.each([
    [
      "...ab,...bc->...ac",
      [
        [2, 3, 4],
        [2, 4, 5],
      ],
      "xab,xbc->xac",
    ],
    [
      "...ab,bc->...ac",
      [
        [2, 5, 3, 4],
        [4, 2],
      ],
      "xyab,bc->xyac",
    ],
    [
      "a...,a...->...a",
      [
        [3, 2, 4],
        [3, 2, 4],
      ],
      "axy,axy->xya",
    ],
    ["a...b->b...", [[3, 2, 4]], "axb->bx"],
    [
      "...,...->...",
      [
        [2, 3],
        [2, 3],
      ],
      "xy,xy->xy",
    ],
    ["...a,...a,...->...", [[2, 3], [2, 3], [2]], "xa,xa,x->x"],
    ["...a,a->...", [[3], [3]], "a,a->"],
  ] as [string, number[][], string][])("%s for %j is %s", (equation, shapes, plain) => {
    const tensors = shapes.map((shape) => tf.tensor(random(sizeOf(shape)), shape));
    const of = (eq: string) => numbers(() => tf.einsum(eq, ...tensors));
    expect(of(equation)).toEqual(of(plain));
    const gradient = (eq: string) =>
      numbers(() => {
        const squared = (...xs: tf.Tensor[]) => tf.sum(tf.square(tf.einsum(eq, ...xs)));
        return tf.concat(
          tf
            .grads(squared)(tensors)
            .map((g) => g.flatten()),
        );
      });
    expect(gradient(equation)).toEqual(gradient(plain));
  });

  test("an axis of length 1 is stretched, and its gradient is the sum", () => {
    const a = tf.tensor3d(random(1 * 3 * 2), [1, 3, 2]);
    const b = tf.tensor4d(random(4 * 5 * 2 * 3), [4, 5, 2, 3]);
    const out = tf.einsum("...ab,...bc->...ac", a, b);
    const stretched = tf.tile(tf.reshape(a, [1, 1, 3, 2]), [4, 5, 1, 1]);
    expect(out.shape).toEqual([4, 5, 3, 3]);
    const right = numbers(() => tf.einsum("xyab,xybc->xyac", stretched, b));
    expect([...out.dataSync()]).toEqual(right);
    const [da] = tf.grads((x, y) => tf.sum(tf.einsum("...ab,...bc->...ac", x, y)))([a, b]);
    const [whole] = tf.grads((x, y) => tf.sum(tf.einsum("xyab,xybc->xyac", x, y)))([stretched, b]);
    expect(da.shape).toEqual([1, 3, 2]);
    const sums = numbers(() => tf.sum(whole, [0, 1]));
    for (const [i, value] of da.dataSync().entries()) expect(value).toBeCloseTo(sums[i], 4);
  });
});

test.each([
  ["ab->ab", [[2, 3, 4]], "ab->ab for [2,3,4]: one label an axis"],
  ["a->aa", [[2]], "a term has a label twice"],
  [
    "ab,bc->ac",
    [
      [2, 3],
      [4, 2],
    ],
    "axes of 3 and 4 have one label",
  ],
  ["ab,bc->ac", [[2, 3]], "it is of 2 tensors, given were 1"],
  ["aa->", [[2, 2]], "a term has a label twice"],
  ["a->b", [[2]], "b is in no term"],
  ["ab", [[2, 2]], 'one "->"'],
  ["...a->a", [[2, 3]], 'the result has no "..."'],
  ["...abc->...", [[2, 3]], "one label an axis"],
  ["...a...->...", [[2, 3]], "..."],
  ["a.b->ab", [[2, 3]], "a.b->ab for [2,3]"],
  [
    "...a,...a->...",
    [
      [2, 3],
      [4, 3],
    ],
    "axes of 2 and 4",
  ],
  ["a,a->", [[1], [3]], "axes of 1 and 3"],
] as [string, number[][], string][])("%s for %j is refused: %s", (equation, shapes, message) => {
  expect(() => tf.einsum(equation, ...shapes.map((shape) => tf.zeros(shape)))).toThrow(message);
});

test("whole numbers are refused", () => {
  const x = tf.tensor1d([1, 2], "int32");
  expect(() => tf.einsum("a,a->", x, x)).toThrow("einsum: a tensor is int32");
});
