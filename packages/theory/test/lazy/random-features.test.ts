import { cyclic, InputError } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  featureLearningRate,
  fixedPointGradient,
  gaussianKernel,
  hermiteCoefficients,
  mainEffectEigenvalue,
  nodeVariance,
  randomFeatureConstants,
  scalarActivation,
  targetDirection,
} from "../../src/index.ts";
import { symmetricEigen } from "../../src/numerics/real-matrix.ts";
import { allPairs, draws } from "../definitions.ts";
import { vectors } from "../vectors.ts";

const random = draws(17);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

test.each([
  ["quadratic", "square"],
  ["relu", "relu"],
] as const)("Lemma 1's constants for %s", (activation, name) => {
  const expected = vectors.lemma1[name];
  const constants = randomFeatureConstants(activation);
  expect(constants.same).toBeCloseTo(expected.a, 9);
  expect(constants.disjoint).toBeCloseTo(expected.b_disjoint, 9);
  expect(constants.shared).toBeCloseTo(expected.b_share, 9);
  expect(constants.same - constants.disjoint).toBeCloseTo(expected.c1_rho0, 9);
  expect(constants.same - constants.shared).toBeCloseTo(expected.c1_rhohalf, 9);
  expect(constants.interaction).toBeCloseTo(expected.lam_int, 9);
});

test("b(ρ) for SiLU is the mean over correlated normals", () => {
  const { value } = scalarActivation("silu");
  const [rho, s] = [0.5, 1.3];
  // the product rule on a fine grid, straight from the definition
  let sum = 0;
  const step = 0.05;
  for (let u = -8; u <= 8; u += step) {
    for (let v = -8; v <= 8; v += step) {
      const weight = (Math.exp(-(u * u + v * v) / 2) / (2 * Math.PI)) * step * step;
      sum += weight * value(s * u) * value(s * (rho * u + Math.sqrt(1 - rho * rho) * v));
    }
  }
  expect(gaussianKernel("silu", s, rho)).toBeCloseTo(sum, 8);
});

test("Hermite coefficients of x² and of ReLU", () => {
  const [zero, one, two, three] = hermiteCoefficients("quadratic", 1, 3);
  expect([zero, two]).toEqual([expect.closeTo(1, 10), expect.closeTo(Math.SQRT2, 10)]);
  expect([one, three]).toEqual([expect.closeTo(0, 10), expect.closeTo(0, 10)]);
  const relu = hermiteCoefficients("relu", 1, 2);
  expect(relu[0]).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 10);
  expect(relu[1]).toBeCloseTo(0.5, 10);
});

test.each(["quadratic", "relu", "silu"] as const)(
  "the centred Gram matrix of all pairs has the eigenvalues of erratum 9: %s",
  (activation) => {
    const M = 5;
    const { same, shared, disjoint, interaction } = randomFeatureConstants(activation);
    const n = M * M;
    const kernel = (i: number, j: number) =>
      [Math.floor(i / M) === Math.floor(j / M), i % M === j % M].filter(Boolean).length;
    const value = (i: number, j: number) => [disjoint, shared, same][kernel(i, j)];
    const mean = Array.from({ length: n }, (_, j) => value(0, j)).reduce((a, b) => a + b) / n;
    const data = Float64Array.from(
      { length: n * n },
      (_, at) => value(Math.floor(at / n), at % n) - mean,
    );
    const { values } = symmetricEigen({ rows: n, columns: n, data });
    const count = (eigenvalue: number) =>
      values.filter((found) => Math.abs(found - eigenvalue) < 1e-9).length;
    const constants = randomFeatureConstants(activation);
    expect(count(interaction)).toBe((M - 1) ** 2);
    expect(count(mainEffectEigenvalue(constants, M))).toBe(2 * (M - 1));
    expect(count(0)).toBe(1);
    // the trace: n times the mean variance of a node
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(n * nodeVariance(constants, M), 9);
  },
);

/** The factor by which G_F(∞) is like ỸỸᵀF̃, at random normal weights. */
function measuredRate(M: number, width: number, weightDecay: number): number {
  const pairs = allPairs(cyclic(M));
  const W = Float64Array.from({ length: 2 * M * width }, normal);
  const features = {
    rows: pairs.length,
    columns: width,
    data: Float64Array.from({ length: pairs.length * width }, (_, at) => {
      const [a, b] = pairs[Math.floor(at / width)];
      const j = at % width;
      return (W[a * width + j] + W[(M + b) * width + j]) ** 2;
    }),
  };
  const data = { features, labels: pairs.map(([, , label]) => label), classes: M };
  const gradient = fixedPointGradient(data, weightDecay).data;
  const direction = targetDirection(data).data;
  let [along, square] = [0, 0];
  for (const [i, value] of direction.entries()) {
    along += value * gradient[i];
    square += value * value;
  }
  return along / square;
}

test.each([0.01, 1])(
  "K ≫ n: weight decay is the learning rate of features, η = %d",
  (weightDecay) => {
    const [order, width] = [3, 1200];
    const expected = featureLearningRate({
      activation: "quadratic",
      order,
      width,
      count: order ** 2,
      weightDecay,
    });
    expect(measuredRate(order, width, weightDecay) / expected).toBeCloseTo(1, 0.5);
    expect(expected).toBeCloseTo(weightDecay / (width * 4 + weightDecay) ** 2, 12);
  },
);

test("n ≫ K: 1/(n·c₂), whatever the weight decay", () => {
  const [order, width] = [20, 4];
  const common = { activation: "quadratic", order, width, count: order ** 2 } as const;
  const expected = featureLearningRate({ ...common, weightDecay: 0.01 });
  expect(featureLearningRate({ ...common, weightDecay: 1 })).toBe(expected);
  const ratio = measuredRate(order, width, 0.01) / expected;
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("between the regimes nothing is claimed", () => {
  const between = {
    activation: "relu",
    order: 10,
    width: 100,
    count: 100,
    weightDecay: 1,
  } as const;
  expect(() => featureLearningRate(between)).toThrow(/K = 100, n = 100/);
});

test.each([-1, -0.5, 0, 0.5, 1])("the kernel of x² at correlation %s is s⁴(1 + 2ρ²)", (rho) => {
  expect(gaussianKernel("quadratic", 1.3, rho)).toBeCloseTo(1.3 ** 4 * (1 + 2 * rho * rho), 9);
});

test.each([-1.1, 1.5, Number.NaN])("there is no correlation %s", (rho) => {
  expect(() => gaussianKernel("quadratic", 1, rho)).toThrow(InputError);
});
