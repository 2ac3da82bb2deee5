import {
  hessianTrace,
  localLearningCoefficient,
  type Objective,
  objective,
  sharpness,
} from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { flatten, unflatten } from "../src/vectors.ts";
import { randomTensor, tinyNetwork } from "./tiny.ts";

const { spec, weights, data } = tinyNetwork(3, 2);
const loss = objective(spec, data);

/** The Hessian by second differences of the loss, entry by entry. */
function explicitHessian(): Matrix {
  const names = Object.entries(weights).flatMap(([name, { data }]) =>
    Array.from(data, (_, i) => [name, i] as const),
  );
  const at = (moves: readonly (readonly [number, number])[]) => {
    const copies = Object.fromEntries(
      Object.entries(weights).map(([name, tensor]) => [
        name,
        { ...tensor, data: Float64Array.from(tensor.data) },
      ]),
    );
    for (const [k, by] of moves) copies[names[k][0]].data[names[k][1]] += by;
    return loss(copies).loss;
  };
  const h = 1e-3;
  const entry = (i: number, j: number) =>
    (at([
      [i, h],
      [j, h],
    ]) -
      at([
        [i, h],
        [j, -h],
      ]) -
      at([
        [i, -h],
        [j, h],
      ]) +
      at([
        [i, -h],
        [j, -h],
      ])) /
    (4 * h * h);
  return new Matrix(
    names.map((_, i) => names.map((_, j) => entry(Math.max(i, j), Math.min(i, j)))),
  );
}

describe("on a tiny network, against the explicit Hessian", () => {
  const H = explicitHessian();
  const { realEigenvalues } = new EigenvalueDecomposition(H, { assumeSymmetric: true });
  const largest = Math.max(...realEigenvalues);

  test("sharpness is the largest eigenvalue", () => {
    const { value, residual, products } = sharpness(loss, weights, { tolerance: 1e-8 });
    expect(value / largest).toBeCloseTo(1, 4);
    expect(residual).toBeLessThan(1e-6 * largest);
    expect(products).toBeLessThanOrEqual(18);
  });

  test("an early stop is below it, within the residual of some eigenvalue", () => {
    const { value, residual } = sharpness(loss, weights, { maximumProducts: 4 });
    expect(value).toBeLessThanOrEqual(largest * (1 + 1e-4));
    const nearest = Math.min(...realEigenvalues.map((each) => Math.abs(each - value)));
    expect(nearest).toBeLessThanOrEqual(residual * (1 + 1e-3) + 1e-3);
  });

  test("the trace is its trace, within the standard error", () => {
    const { value, standardError } = hessianTrace(loss, weights, { probes: 200, seed: 3 });
    expect(standardError).toBeGreaterThan(0);
    expect(standardError).toBeLessThan(0.1 * Math.abs(H.trace()));
    expect(Math.abs(value - H.trace())).toBeLessThan(4 * standardError);
  });
});

/** ½Σ h·w² over all weights. */
const quadratic =
  (curvatures: readonly number[]): Objective =>
  ({ w }) => {
    let loss = 0;
    const gradient = w.data.map((value, i) => curvatures[i] * value);
    for (const [i, value] of w.data.entries()) loss += (curvatures[i] * value * value) / 2;
    return { loss, gradients: { w: { shape: w.shape, data: gradient } } };
  };
const origin = (d: number): Tensors => ({ w: { shape: [d], data: new Float64Array(d) } });

/** ½wᵀAw. */
const quadraticForm =
  (A: readonly (readonly number[])[]): Objective =>
  ({ w }) => {
    const gradient = Float64Array.from(A, (row) =>
      row.reduce((sum, a, j) => sum + a * w.data[j], 0),
    );
    const loss = gradient.reduce((sum, g, i) => sum + (g * w.data[i]) / 2, 0);
    return { loss, gradients: { w: { shape: w.shape, data: gradient } } };
  };

describe("the value is the largest eigenvalue from below, to 1e-9 of it,", () => {
  const range = Array.from({ length: 12 }, (_, i) => i);
  const matrices = [
    // all ones and c on the diagonal besides: 12 + c, and c eleven times
    { name: "ones", A: range.map((i) => range.map((j) => (i === j ? 4 : 1))), largest: 15 },
    // a path's second differences: 2 − 2 cos(kπ/13)
    {
      name: "a chain",
      A: range.map((i) => range.map((j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0))),
      largest: 2 + 2 * Math.cos(Math.PI / 13),
    },
    { name: "one direction", A: range.map((i) => range.map((j) => i * j)), largest: 506 },
    { name: "nothing", A: range.map(() => range.map(() => 0)), largest: 0 },
  ];

  test.each(matrices)("of $name, wherever it is asked", ({ A, largest }) => {
    for (let seed = 0; seed < 20; seed++) {
      const at = { w: randomTensor([12], 100 + seed) };
      for (const maximumProducts of [1, 3, 12]) {
        const asked = { seed, tolerance: 1e-12, maximumProducts };
        const { value, residual } = sharpness(quadraticForm(A), at, asked);
        expect(value).toBeLessThanOrEqual(largest * (1 + 1e-9));
        if (maximumProducts === 12) expect(value).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
        expect(residual).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test.each([
    { loss: "mse", activation: "quadratic" },
    { loss: "mse", activation: "gelu" },
    { loss: "cross-entropy", activation: "quadratic" },
  ] as const)("of networks: $activation with $loss", ({ loss, activation }) => {
    const { spec, weights, data } = tinyNetwork(5, 4, { activation });
    const objectiveOf = objective({ ...spec, loss }, data);
    const { realEigenvalues } = new EigenvalueDecomposition(
      extrapolatedHessian(objectiveOf, weights),
      { assumeSymmetric: true },
    );
    const largest = Math.max(...realEigenvalues);
    for (const seed of [1, 2, 3]) {
      const { value } = sharpness(objectiveOf, weights, { seed, tolerance: 1e-9 });
      expect(Math.abs(value / largest - 1)).toBeLessThan(1e-9);
    }
  });

  /** By differences of the gradient at three steps, extrapolated to none: right to about 1e-12. */
  function extrapolatedHessian(loss: Objective, weights: Tensors): Matrix {
    const at = flatten(weights);
    const column = (i: number) => {
      const [one, two, four] = [1e-3, 2e-3, 4e-3].map((h) => {
        const [ahead, behind] = [h, -h].map((by) =>
          flatten(loss(unflatten(at.with(i, at[i] + by), weights)).gradients),
        );
        return ahead.map((value, k) => (value - behind[k]) / (2 * h));
      });
      return one.map((value, k) => (64 * value - 20 * two[k] + four[k]) / 45);
    };
    const H = new Matrix(Array.from(at, (_, i) => Array.from(column(i))));
    return Matrix.add(H, H.transpose()).mul(0.5);
  }
});

test("gradients are taken by the names of the weights, not by their order", () => {
  const swapped = { V: weights.V, W: weights.W };
  const { value } = sharpness(loss, weights, { tolerance: 1e-8 });
  expect(sharpness(loss, swapped, { tolerance: 1e-8 }).value / value).toBeCloseTo(1, 6);
});

test("a matrix with a negative and a larger positive eigenvalue: the positive one is the sharpness", () => {
  expect(sharpness(quadratic([-5, 1, 3]), origin(3)).value).toBeCloseTo(3, 6);
});

test("a larger negative eigenvalue does not hide the positive one", () => {
  expect(sharpness(quadratic([-50, 1, 3]), origin(3)).value).toBeCloseTo(3, 6);
});

describe("localLearningCoefficient", () => {
  const curvatures = [0.5, 1, 1, 2, 3, 1, 1, 2];
  const options = { examples: 500, localisation: 0.5, stepSize: 2e-3, chains: 8 };
  const settled = { ...options, burnIn: 500, draws: 4000, seed: 5 };
  const nBeta = 500 / Math.log(500);
  const exact = curvatures.reduce((sum, h) => {
    const a = nBeta * h + 0.5;
    return sum + (nBeta * h) / (2 * a * (1 - (2e-3 * a) / 4));
  }, 0);

  test("of a quadratic loss is what the docstring says, which is near d/2", () => {
    const { value, standardError, chains, drift } = localLearningCoefficient(
      quadratic(curvatures),
      origin(8),
      settled,
    );
    expect(chains).toHaveLength(8);
    expect(standardError).toBeLessThan(0.1);
    expect(Math.abs(value - exact)).toBeLessThan(3 * standardError);
    expect(Math.abs(exact - 4)).toBeLessThan(0.25);
    expect(Math.abs(drift)).toBeLessThan(0.4);
  });

  test("directions that do not matter do not count", () => {
    const flat = [...curvatures, ...new Array<number>(8).fill(0)];
    const { value, standardError } = localLearningCoefficient(quadratic(flat), origin(16), settled);
    expect(Math.abs(value - exact)).toBeLessThan(3 * standardError);
  });

  test("of w⁴ is ¼, half that of a quadratic direction", () => {
    const quartic: Objective = ({ w }) => {
      const [x] = w.data;
      return {
        loss: x ** 4,
        gradients: { w: { shape: [1], data: Float64Array.of(4 * x ** 3) } },
      };
    };
    const { value, standardError } = localLearningCoefficient(quartic, origin(1), {
      examples: 500,
      localisation: 1e-3,
      stepSize: 5e-3,
      chains: 16,
      burnIn: 1000,
      draws: 8000,
    });
    expect(standardError).toBeLessThan(0.02);
    expect(Math.abs(value - 0.25)).toBeLessThan(3 * standardError + 0.005);
  });

  test("the standard error is honest: the truth lies within two of it about 19 times in 20", () => {
    let within = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { value, standardError } = localLearningCoefficient(quadratic([1, 2]), origin(2), {
        ...options,
        burnIn: 100,
        draws: 500,
        seed,
      });
      const truth = [1, 2].reduce((sum, h) => {
        const a = nBeta * h + 0.5;
        return sum + (nBeta * h) / (2 * a * (1 - (2e-3 * a) / 4));
      }, 0);
      // Student's t with 7 degrees of freedom
      if (Math.abs(value - truth) < 2.365 * standardError) within++;
    }
    expect(within).toBeGreaterThanOrEqual(52);
  });

  test("is the mean of what the chains lost, its error their spread, its drift their halves' difference", () => {
    let asked = 0;
    // the loss of the weights themselves is 0, then 1, 2, … however the chain moves
    const counting: Objective = ({ w }) => ({
      loss: asked++,
      gradients: { w: { shape: w.shape, data: new Float64Array(w.data.length) } },
    });
    const { value, chains, standardError, drift } = localLearningCoefficient(counting, origin(2), {
      ...{ examples: 10, inverseTemperature: 3, chains: 2, burnIn: 2, draws: 5, stepSize: 1e-9 },
    });
    // after two steps that do not count, 3 … 7 and 10 … 14
    expect(chains).toEqual([5, 12].map((mean) => expect.closeTo(3 * mean, 10)));
    expect(value).toBeCloseTo(3 * 8.5, 10);
    expect(standardError).toBeCloseTo(3 * 3.5, 10);
    expect(drift).toBeCloseTo(3 * (6 - 3.5), 10);
  });

  test("gives the same bits for the same seed, others for another", () => {
    const once = { ...options, burnIn: 5, draws: 20 };
    const first = localLearningCoefficient(loss, weights, once);
    expect(localLearningCoefficient(loss, weights, once)).toEqual(first);
    expect(localLearningCoefficient(loss, weights, { ...once, seed: 9 }).value).not.toBe(
      first.value,
    );
  });

  test("says that a chain diverged", () => {
    const wild = { ...options, stepSize: 10, draws: 1000 };
    expect(() => localLearningCoefficient(quadratic(curvatures), origin(8), wild)).toThrow(
      /a chain diverged at step \d+/,
    );
  });

  test("refuses what it cannot use", () => {
    const ask = (change: object) => () =>
      localLearningCoefficient(quadratic([1]), origin(1), { ...options, ...change });
    expect(ask({ chains: 1 })).toThrow(/chains must be a whole number ≥ 2, got 1/);
    expect(ask({ examples: 1 })).toThrow(/examples must be a whole number ≥ 2, got 1/);
    expect(ask({ draws: 0 })).toThrow(/draws must be a whole number ≥ 2, got 0/);
    expect(ask({ stepSize: 0 })).toThrow(/stepSize must be a finite number > 0, got 0/);
  });
});
