import { InputError, randomStream, task, uniform } from "@grokscape/group-datasets";
import { featureKinds, groupOf, guidedTraining } from "@grokscape/theory";
import { describe, expect, test } from "vitest";

const shape = (M: number) => ({ operands: 2, vocabulary: M, classes: M });

/** The share of every weight that decay takes in one step. */
function shareAt(M: number, multiple: number): number {
  const { optimiser } = guidedTraining(shape(M), multiple * M * Math.log(M));
  return optimiser.learningRate * optimiser.weightDecay;
}

describe("guidedTraining", () => {
  test.each(["cyclic:7", "dihedral:5", "frobenius:7,3"])(
    "leaves out what adds nothing to the energy of the whole table of %s",
    (id) => {
      const table = task(id);
      const M = table.vocabulary;
      const stream = randomStream(1, "monte-carlo");
      const numbers = () => Float64Array.from({ length: M }, () => 2 * uniform(stream) - 1);
      const [u, v] = [numbers(), numbers()];
      /** ½‖Ỹᵀσ‖² over all examples (Theorem 1). */
      const energy = (node: (a: number, b: number) => number) => {
        const sums = new Float64Array(M);
        let total = 0;
        for (let i = 0; i < table.size; i++) {
          const { operands, label } = table.example(i);
          const value = node(operands[0], operands[1]);
          sums[label] += value;
          total += value;
        }
        return sums.reduce((sum, own) => sum + (own - total / M) ** 2, 0) / 2;
      };
      expect(energy((a, b) => u[a] ** 2 + v[b] ** 2)).toBeLessThan(1e-20);
      const product = energy((a, b) => u[a] * v[b]);
      expect(product).toBeGreaterThan(1e-3);
      expect(energy((a, b) => (u[a] + v[b]) ** 2) / (4 * product)).toBeCloseTo(1, 12);
    },
  );

  test.each([31, 59, 97])("lets more decay the scarcer the examples are, Z_%i", (M) => {
    for (const multiple of [2.3, 2.7]) expect(shareAt(M, multiple)).toBeCloseTo(0.35, 10);
    for (const multiple of [4.01, 9]) expect(shareAt(M, multiple)).toBeCloseTo(0.2, 10);
    const middle = (2.7482 + 4) / 2;
    expect(Math.abs(shareAt(M, middle) / Math.sqrt(0.35 * 0.2) - 1)).toBeLessThan(0.03);
  });

  test("has nodes for every symbol, more of them where examples are plenty", () => {
    for (const M of [31, 59, 97]) {
      const widthAt = (multiple: number) =>
        guidedTraining(shape(M), multiple * M * Math.log(M)).model.width;
      expect(widthAt(2.7)).toBe(4 * M);
      expect([4.01, 9].map(widthAt)).toEqual([6 * M, 6 * M]);
      expect(widthAt((2.7482 + 4) / 2)).toBe(Math.round(4.9 * M));
    }
  });

  test("is narrow, patient, and fades as it can bear, near the limit", () => {
    const at = (M: number, timesTheLimit: number) => {
      const { model, optimiser, steps } = guidedTraining(shape(M), timesTheLimit * 5.7 * M);
      return [model.width, optimiser.weightDecay, steps];
    };
    for (const near of [1, 1.34]) {
      expect(at(20, near)).toEqual([40, 3, 3000]);
      expect(at(59, near)).toEqual([118, 4.3, 3000]);
      expect(at(997, near)).toEqual([1994, 6.5, 3000]);
    }
    expect(at(59, 1.36)).toEqual([236, 3.5, 2000]);
  });

  test("forgets sooner near the limit of larger tables", () => {
    const beta2 = (M: number, timesTheLimit: number) =>
      guidedTraining(shape(M), timesTheLimit * 5.7 * M).optimiser.beta2;
    expect([beta2(39, 1.2), beta2(40, 1.2), beta2(40, 1.36)]).toEqual([0.99, 0.9, 0.99]);
  });

  test.each([
    ["cyclic:13", 1, "C", "complex"],
    ["dihedral:7", 2, "R", undefined],
    ["frobenius:7,3", 3, "C", "complex"],
    ["symmetric:4", 3, "R", undefined],
    ["alternating:5", 5, "R", undefined],
  ] as const)(
    "takes the nodes that declared irreps ask for, of %s",
    (id, degree, type, weights) => {
      const kinds = featureKinds(groupOf("the guide", task(id)));
      const products = kinds.reduce(
        (sum, { degree: d, type, count }) => sum + (type === "C" ? 2 : 1) * count * d ** 3,
        0,
      );
      const { model } = guidedTraining(shape(task(id).classes), 100, { irreps: { degree, type } });
      expect(Math.max(...kinds.map((kind) => kind.degree))).toBe(degree);
      expect([model.weights, model.embedding]).toEqual([weights, "one-hot"]);
      expect(model.width).toBeGreaterThanOrEqual(products);
      expect(model.width).toBeLessThan(1.3 * products);
    },
  );

  test("refuses irreps that there are not", () => {
    for (const irreps of [{ degree: 0, type: "R" }, { degree: 1, type: "H" }, 3]) {
      expect(() => guidedTraining(shape(7), 20, { irreps } as never)).toThrow(InputError);
    }
  });

  test("says its decay with two digits, which no machine's logarithm can change", () => {
    const { weightDecay } = guidedTraining(shape(71), 1000).optimiser;
    expect(weightDecay).toBe(Number(weightDecay.toPrecision(2)));
    expect(weightDecay).toBeGreaterThan(2);
    expect(weightDecay).toBeLessThan(3.5);
  });

  test("refuses what it says nothing about", () => {
    expect(() => guidedTraining({ operands: 2, vocabulary: 5, classes: 7 }, 10)).toThrow(
      /2 operands, 5 symbols and 7 answers/,
    );
    expect(() => guidedTraining({ operands: 3, vocabulary: 7, classes: 7 }, 10)).toThrow(
      InputError,
    );
    expect(() => guidedTraining(shape(7), 0)).toThrow(/examples must be ≥ 1, got 0/);
    expect(() => guidedTraining(shape(7), Number.NaN)).toThrow(InputError);
  });
});
