import {
  cosineDistances,
  effectiveRank,
  evaluate,
  featureSimilarity,
  giniCoefficient,
  inverseParticipationRatio,
  objective,
  singularValues,
  tensorNorms,
  totalNorm,
  updateSpectrum,
} from "@grokscape/measures";
import { describe, expect, test } from "vitest";
import { logitsByDefinition, mseByDefinition, randomTensor, tinyNetwork } from "./tiny.ts";

describe("evaluate and objective", () => {
  const { spec, weights, data } = tinyNetwork(5, 4, { outputScale: 2 });
  const logits = logitsByDefinition(data, weights, 2);

  test("are the definition", () => {
    const right = logits.filter((row, i) => row.indexOf(Math.max(...row)) === data.labels[i]);
    const { loss, accuracy } = evaluate(spec, weights, data);
    expect(loss).toBeCloseTo(mseByDefinition(logits, data.labels), 10);
    expect(accuracy).toBe(right.length / data.count);
    expect(objective(spec, data)(weights).loss).toBeCloseTo(loss, 10);
  });

  test("the gradients are the loss's slopes", () => {
    const { gradients } = objective(spec, data)(weights);
    for (const [name, { shape, data: values }] of Object.entries(weights)) {
      for (let i = 0; i < values.length; i++) {
        const at = (by: number) => {
          const moved = Float64Array.from(values);
          moved[i] += by;
          return evaluate(spec, { ...weights, [name]: { shape, data: moved } }, data).loss;
        };
        const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(gradients[name].data[i], `${name}[${i}]`).toBeCloseTo(slope, 5);
      }
    }
  });
});

test("norms are Euclidean, by tensor and together", () => {
  const weights = {
    W: { shape: [2, 2], data: Float32Array.of(1, 2, 2, 4) },
    V: { shape: [1, 2], data: Float64Array.of(-8, 8) },
  };
  expect(tensorNorms(weights)).toEqual({ W: 5, V: Math.sqrt(128) });
  expect(totalNorm(weights)).toBeCloseTo(Math.sqrt(25 + 128), 12);
});

describe("cosineDistances", () => {
  const vector = (...data: number[]) => ({
    V: { shape: [data.length], data: Float64Array.from(data) },
  });

  test("is 0 for the same direction, 1 at right angles, 2 for the opposite", () => {
    expect(cosineDistances(vector(1, 2), vector(2, 4)).V).toBeCloseTo(0, 12);
    expect(cosineDistances(vector(1, 2), vector(-2, 1)).V).toBeCloseTo(1, 12);
    expect(cosineDistances(vector(1, 2), vector(-1, -2)).V).toBeCloseTo(2, 12);
    expect(cosineDistances(vector(1, 0), vector(1, 1)).V).toBeCloseTo(1 - Math.SQRT1_2, 12);
  });

  test("is 1 where one is zero, 0 where both are", () => {
    expect(cosineDistances(vector(0, 0), vector(1, 1)).V).toBe(1);
    expect(cosineDistances(vector(0, 0), vector(0, 0)).V).toBe(0);
  });

  test("refuses other sizes and missing tensors", () => {
    expect(() => cosineDistances(vector(1), vector(1, 2))).toThrow(/V has 1 entries/);
    expect(() => cosineDistances(vector(1), { W: vector(1).V })).toThrow(/none in the other/);
    expect(() => cosineDistances(vector(1), {})).toThrow(/there are no tensors/);
  });
});

describe("concentration of masses", () => {
  test("of equal masses and of a single one", () => {
    expect(inverseParticipationRatio([3, 3, 3, 3])).toBeCloseTo(1 / 4, 12);
    expect(inverseParticipationRatio([0, 7, 0])).toBe(1);
    expect(giniCoefficient([3, 3, 3, 3])).toBeCloseTo(0, 12);
    expect(giniCoefficient([0, 7, 0, 0])).toBeCloseTo(1 - 1 / 4, 12);
    expect([inverseParticipationRatio([0, 0]), giniCoefficient([0, 0])]).toEqual([0, 0]);
  });

  test("Gini is half the mean difference between two masses, in units of their mean", () => {
    const masses = Array.from(randomTensor([17], 5).data, Math.abs);
    let differences = 0;
    for (const a of masses) for (const b of masses) differences += Math.abs(a - b);
    const mean = masses.reduce((sum, mass) => sum + mass, 0) / 17;
    expect(giniCoefficient(masses)).toBeCloseTo(differences / 17 ** 2 / 2 / mean, 12);
  });

  test.each([-1, Number.NaN, Infinity])("refuses a mass of %d", (mass) => {
    expect(() => giniCoefficient([1, mass])).toThrow(/mass 1 is|masses has .* in place 1/);
    expect(() => inverseParticipationRatio([1, mass])).toThrow(
      /mass 1 is|masses has .* in place 1/,
    );
  });
});

describe("effectiveRank", () => {
  /** A matrix with these singular values: rotations of their diagonal. */
  function withSingularValues(values: readonly number[], rows: number) {
    const data = new Float64Array(rows * values.length);
    // Householder reflections I − 2uuᵀ/uᵀu on both sides
    const u = randomTensor([rows], 7).data;
    const v = randomTensor([values.length], 8).data;
    const reflect = (w: ArrayLike<number>, i: number, j: number) => {
      let square = 0;
      for (let k = 0; k < w.length; k++) square += w[k] ** 2;
      return (i === j ? 1 : 0) - (2 * w[i] * w[j]) / square;
    };
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < values.length; j++) {
        for (const [k, value] of values.entries()) {
          data[i * values.length + j] += reflect(u, i, k) * value * reflect(v, k, j);
        }
      }
    }
    return { shape: [rows, values.length], data };
  }

  test.each([
    { values: [1, 1, 1], rank: 3 },
    { values: [5, 0, 0], rank: 1 },
    { values: [2, 2, 0], rank: 2 },
    // shares ¾ and ¼
    { values: [3, 1, 0], rank: 4 / 27 ** 0.25 },
  ])("of singular values $values is $rank", ({ values, rank }) => {
    const matrix = withSingularValues(values, 5);
    expect(effectiveRank(matrix)).toBeCloseTo(rank, 6);
    for (const [i, value] of singularValues(matrix).entries())
      expect(value).toBeCloseTo(values[i], 6);
  });

  test("is the same for the transpose; 0 for zeros; refuses a vector", () => {
    const { shape, data } = randomTensor([3, 5], 9);
    const transposed = {
      shape: [5, 3],
      data: Float64Array.from({ length: 15 }, (_, i) => data[(i % 3) * 5 + Math.floor(i / 3)]),
    };
    expect(effectiveRank(transposed)).toBeCloseTo(effectiveRank({ shape, data }), 10);
    expect(effectiveRank({ shape: [2, 2], data: new Float64Array(4) })).toBe(0);
    expect(() => effectiveRank(randomTensor([4], 1))).toThrow(/a tensor of shape \[4\]/);
  });
});

describe("updateSpectrum", () => {
  /** Checkpoints whose updates are multiples of unit vectors. */
  function path(updates: readonly (readonly number[])[]) {
    const at = new Float64Array(updates[0].length).fill(0.5);
    return [
      { shape: [at.length], data: Float64Array.from(at) },
      ...updates.map((update) => {
        for (const [i, value] of update.entries()) at[i] += value;
        return { shape: [at.length], data: Float64Array.from(at) };
      }),
    ];
  }

  test("has the updates' singular values, and σ₂/σ₃", () => {
    const { singularValues: values, gap } = updateSpectrum(
      path([
        [0, 0, 6, 0],
        [2, 0, 0, 0],
        [0, 3, 0, 0],
      ]),
    );
    expect(values).toHaveLength(3);
    for (const [i, value] of [6, 3, 2].entries()) expect(values[i]).toBeCloseTo(value, 10);
    expect(gap).toBeCloseTo(1.5, 10);
  });

  test("agrees with the SVD of the updates", () => {
    const updates = Array.from({ length: 6 }, (_, i) => Array.from(randomTensor([9], 20 + i).data));
    const matrix = { shape: [6, 9], data: Float64Array.from(updates.flat()) };
    const { singularValues: values } = updateSpectrum(path(updates));
    for (const [i, value] of singularValues(matrix).entries())
      expect(values[i]).toBeCloseTo(value, 8);
  });

  test("refuses too few checkpoints and different sizes", () => {
    expect(() => updateSpectrum(path([[1], [1]]))).toThrow(/3 checkpoints/);
    const mixed = [...path([[1], [1]]), { shape: [2], data: Float64Array.of(1, 2) }];
    expect(() => updateSpectrum(mixed)).toThrow(/1 and 2 entries/);
  });
});

describe("numbers of any size that a float64 holds", () => {
  test.each([1e-250, 1e-30, 1e250])("times %d give the same answer", (scale) => {
    const scaled = ({ shape, data }: ReturnType<typeof randomTensor>) => ({
      shape,
      data: Float64Array.from(data, (value) => value * scale),
    });
    const [A, B] = [randomTensor([4, 3], 1), randomTensor([4, 3], 2)];
    const masses = Array.from(A.data, Math.abs);
    const large = masses.map((mass) => mass * scale);
    expect(giniCoefficient(large)).toBeCloseTo(giniCoefficient(masses), 10);
    expect(inverseParticipationRatio(large)).toBeCloseTo(inverseParticipationRatio(masses), 10);
    expect(effectiveRank(scaled(A))).toBeCloseTo(effectiveRank(A), 10);
    expect(featureSimilarity(scaled(A), scaled(B))).toBeCloseTo(featureSimilarity(A, B), 10);
    expect(cosineDistances({ A: scaled(A) }, { A: scaled(B) }).A).toBeCloseTo(
      cosineDistances({ A }, { A: B }).A,
      10,
    );
    expect(totalNorm({ A: scaled(A) }) / scale).toBeCloseTo(totalNorm({ A }), 10);
    const path = [1, 2, 3, 4, 5].map((seed) => randomTensor([4], seed));
    expect(updateSpectrum(path.map(scaled)).gap).toBeCloseTo(updateSpectrum(path).gap, 6);
  });
});
