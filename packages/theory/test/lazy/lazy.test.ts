import { InputError } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  backpropagatedGradient,
  type FeatureData,
  fixedPointGradient,
  fromRows,
  type RealMatrix,
  ridgeSolution,
  smallTimeGradient,
  targetDirection,
  targetDirectionBound,
  topLayerFlow,
} from "../../src/index.ts";
import { draws } from "../definitions.ts";
import { expectClose } from "../matrices.ts";
import { vectors } from "../vectors.ts";

const random = draws(3);
const randomMatrix = (rows: number, columns: number, size = 1): RealMatrix => ({
  rows,
  columns,
  data: Float64Array.from({ length: rows * columns }, () => size * (2 * random() - 1)),
});
const problem = (n: number, K: number, classes: number): FeatureData => ({
  features: randomMatrix(n, K),
  labels: Array.from({ length: n }, (_, i) => i % classes),
  classes,
});

/** J = ½‖P₁⊥(Y − βFV)‖², entry by entry. */
function loss({ features: F, labels, classes }: FeatureData, V: RealMatrix, beta: number): number {
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const errors = Array.from({ length: F.rows }, (_, i) => {
      let output = 0;
      for (let k = 0; k < F.columns; k++) {
        output += F.data[i * F.columns + k] * V.data[k * classes + c];
      }
      return (labels[i] === c ? 1 : 0) - beta * output;
    });
    const mean = errors.reduce((a, b) => a + b) / F.rows;
    for (const error of errors) sum += (error - mean) ** 2 / 2;
  }
  return sum;
}

/** −∂f/∂A by central differences. */
function descent(A: RealMatrix, f: (A: RealMatrix) => number): RealMatrix {
  const step = 1e-5;
  const data = A.data.map((value, i) => {
    const up = f({ ...A, data: A.data.with(i, value + step) });
    const down = f({ ...A, data: A.data.with(i, value - step) });
    return (down - up) / (2 * step);
  });
  return { ...A, data };
}

test.each([1, 0.3, 2])("Equation 2 is minus the slope of the loss, output scale %d", (beta) => {
  const data = problem(7, 4, 3);
  const V = randomMatrix(4, 3);
  const expected = descent(data.features, (features) => loss({ ...data, features }, V, beta));
  expectClose(backpropagatedGradient(data, V, beta), expected, 8);
});

interface FixedPointExample {
  readonly F: number[][];
  readonly labels: number[];
  readonly classes: number;
  readonly eta: number;
  readonly beta: number;
  readonly Vridge: number[][];
  readonly Ginf: number[][];
  readonly Ginf_beta_EVt: number[][];
  readonly YYtF: number[][];
}

test.each<FixedPointExample>(vectors.gfInfinity.examples)(
  "Equation 4 and its forms with an output scale follow the oracle, η = $eta",
  ({ F, labels, classes, eta, beta, ...expected }) => {
    const data = { features: fromRows(F), labels, classes };
    expectClose(ridgeSolution(data, eta), fromRows(expected.Vridge), 9);
    expectClose(fixedPointGradient(data, eta), fromRows(expected.Ginf), 9);
    expectClose(targetDirection(data), fromRows(expected.YYtF), 9);
    // the oracle gives E·Vᵀ; the gradient of the loss is β times that
    const scaled = fixedPointGradient(data, eta, beta);
    expectClose(
      { ...scaled, data: scaled.data.map((value) => value / beta) },
      fromRows(expected.Ginf_beta_EVt),
      9,
    );
    // Equation 69, corrected: G*(η/β²)
    expectClose(scaled, fixedPointGradient(data, eta / beta ** 2), 9);
  },
);

/** V̇ = −∂/∂V (J + η/2·‖V‖²), by Runge and Kutta's rule with slopes from differences of J. */
function flow(data: FeatureData, start: RealMatrix, eta: number, beta: number, time: number) {
  const steps = 200;
  const h = time / steps;
  const add = (A: RealMatrix, c: number, B: RealMatrix): RealMatrix => ({
    ...A,
    data: A.data.map((value, i) => value + c * B.data[i]),
  });
  const velocity = (V: RealMatrix) =>
    add(
      descent(V, (at) => loss(data, at, beta)),
      -eta,
      V,
    );
  let V = start;
  for (let s = 0; s < steps; s++) {
    const k1 = velocity(V);
    const k2 = velocity(add(V, h / 2, k1));
    const k3 = velocity(add(V, h / 2, k2));
    const k4 = velocity(add(V, h, k3));
    V = add(add(add(add(V, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
  }
  return V;
}

test.each([
  [0.2, 6, 4],
  [0, 6, 4],
  [0.1, 4, 6],
  [0, 4, 6],
])("Proposition 1: the top layer's flow, η = %d, n = %d, K = %d", (eta, n, K) => {
  const data = problem(n, K, 2);
  const start = randomMatrix(K, 2);
  const solution = topLayerFlow(data, start, eta);
  expectClose(solution.top(0), start, 9);
  for (const time of [0.3, 2]) {
    const V = flow(data, start, eta, 1, time);
    expectClose(solution.top(time), V, 6);
    expectClose(solution.gradient(time), backpropagatedGradient(data, V), 6);
  }
});

const norm = ({ data }: RealMatrix) => Math.hypot(...data);
const distance = (A: RealMatrix, B: RealMatrix) =>
  Math.hypot(...A.data.map((value, i) => value - B.data[i]));

test("Proposition 3: without weight decay the gradient dies out at the promised rate", () => {
  // more nodes than samples: the target can be fitted
  const data = problem(4, 8, 3);
  const { gradient, rate } = topLayerFlow(data, randomMatrix(8, 3), 0);
  const [early, late] = [20 / rate, 25 / rate];
  expect(norm(gradient(late))).toBeLessThan(1e-7);
  const measured = Math.log(norm(gradient(early)) / norm(gradient(late))) / (late - early);
  expect(measured).toBeGreaterThan(0.999 * rate);
});

test("Proposition 4: with weight decay it settles at Equation 4, not at 0", () => {
  const data = problem(9, 4, 3);
  const eta = 0.3;
  const limit = fixedPointGradient(data, eta);
  const { gradient, rate } = topLayerFlow(data, randomMatrix(4, 3), eta);
  expect(norm(limit)).toBeGreaterThan(1e-3);
  const away = (time: number) => distance(gradient(time), limit);
  const [early, late] = [8 / rate, 12 / rate];
  const measured = Math.log(away(early) / away(late)) / (late - early);
  expect(measured).toBeGreaterThan(0.99 * rate);
});

test.each([1, 0.5, 2])("Equation 3 at small times, V₀ = 0, output scale %d", (beta) => {
  const data = problem(6, 3, 3);
  const zero = { rows: 3, columns: 3, data: new Float64Array(9) };
  const error = (time: number) => {
    const V = flow(data, zero, 0, beta, time);
    const exact = backpropagatedGradient(data, V, beta);
    return distance(exact, smallTimeGradient(data, zero, time, beta)) / norm(exact);
  };
  // what is left out is of order t², so the relative error is of order t
  expect(error(1e-3) / error(5e-4)).toBeCloseTo(2, 1);
  expect(error(1e-3)).toBeLessThan(0.05);
});

test("Equation 3 keeps the noise of V₀ ≠ 0", () => {
  const data = problem(6, 3, 3);
  const V = randomMatrix(3, 3);
  expectClose(smallTimeGradient(data, V, 0), backpropagatedGradient(data, V), 12);
});

test("Lemma 11: ‖ỸỸᵀF̃‖ ≥ σ_min(F̃)·‖ỸỸᵀ‖ where the features can express the target", () => {
  for (let trial = 0; trial < 20; trial++) {
    // n − 1 or more features span all that is centred
    const { norm: reached, bound } = targetDirectionBound(problem(6, 5 + (trial % 3), 3));
    expect(reached).toBeGreaterThanOrEqual(bound);
    expect(bound).toBeGreaterThan(0);
  }
  // orthonormal features: σ_min = 1 and the two are equal
  const labels = [0, 1, 0, 1];
  const features = fromRows([[0.5], [-0.5], [0.5], [-0.5]]);
  const exact = targetDirectionBound({ features, labels, classes: 2 });
  expect(exact.norm).toBeCloseTo(exact.bound, 12);
});

test("Lemma 11 without that assumption fails, and is refused (erratum 17)", () => {
  const data = {
    features: fromRows([[1], [1], [-1], [-1]]),
    labels: [0, 1, 0, 1],
    classes: 2,
  };
  // full column rank, σ_min = 2, and yet ỸỸᵀF̃ = 0
  expect(norm(targetDirection(data))).toBeCloseTo(0, 12);
  expect(() => targetDirectionBound(data)).toThrow(
    "Lemma 11 needs a target in the span of the features; got features of rank 1",
  );
});

test("a weight decay that fails an assumption is named", () => {
  const data = problem(4, 2, 2);
  expect(() => fixedPointGradient(data, -1)).toThrow(
    "Equation 4 needs a weight decay η > 0; got -1",
  );
  expect(() => ridgeSolution(data, 0)).toThrow("Equation 4 needs a weight decay η > 0; got 0");
  expect(() => topLayerFlow(data, randomMatrix(2, 2), -0.1)).toThrow(InputError);
  expect(() => targetDirection({ ...data, labels: [0, 1] })).toThrow("2 labels for 4 rows");
  expect(() => targetDirection({ ...data, labels: [0, 1, 2, 0] })).toThrow(/label 2 of sample 2/);
});
