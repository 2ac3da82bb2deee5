import {
  cyclic,
  dihedral,
  type FiniteGroup,
  quaternion,
  symmetric,
} from "@grokscape/group-datasets";
import {
  decodeWeights,
  descriptionLength,
  encodeWeights,
  evaluate,
  stepOf,
} from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import { answers, referenceNetwork } from "@grokscape/trainer/internal";
import { describe, expect, test } from "vitest";
import { freshBit } from "../src/description/bit.ts";
import { groupBasis } from "../src/description/group-basis.ts";
import { integerCode } from "../src/description/integer-code.ts";
import { decoder, encoder } from "../src/description/range-coder.ts";
import { randomNumbers, randomTensor, tinyNetwork } from "./tiny.ts";
import { trained } from "./trained.ts";

describe("the range coder", () => {
  test.each([0, 0.003, 0.2, 0.5, 0.97, 1])(
    "gives bits back, in about their entropy, where a share of %d are ones",
    (share) => {
      const next = randomNumbers(3);
      const bits = Array.from({ length: 20000 }, () => Number((next() + 1) / 2 < share));
      const write = encoder();
      const model = freshBit();
      for (const bit of bits) write.code(model, bit);
      const bytes = write.finish();
      const read = decoder(bytes);
      const again = freshBit();
      expect(bits.map(() => read.code(again))).toEqual(bits);
      const ones = bits.reduce((sum, bit) => sum + bit, 0) / bits.length;
      const entropy = [ones, 1 - ones].reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);
      // forgetting costs: a model remembers some 700 bits
      expect(8 * bytes.length).toBeLessThan(20000 * (entropy + 0.006) + 16);
      expect(8 * bytes.length).toBeGreaterThanOrEqual(20000 * entropy * 0.99 - 16);
    },
  );

  test("a bit that was never seen can come yet, however long the other was", () => {
    const bits = [...new Array<number>(5000).fill(1), 0, 1, 0];
    for (const given of [bits, bits.map((bit) => 1 - bit)]) {
      const write = encoder();
      const model = freshBit();
      for (const bit of given) write.code(model, bit);
      const read = decoder(write.finish());
      const again = freshBit();
      expect(given.map(() => read.code(again))).toEqual(given);
    }
  });

  test("carries into bytes that are written already", () => {
    for (let seed = 0; seed < 200; seed++) {
      const next = randomNumbers(seed);
      const bits = Array.from({ length: 80 }, () => Number(next() < 0.9));
      const write = encoder();
      const model = freshBit();
      for (const bit of bits) write.code(model, bit);
      const read = decoder(write.finish());
      const again = freshBit();
      expect(bits.map(() => read.code(again))).toEqual(bits);
    }
  });
});

test("whole numbers of every size come back", () => {
  const extremes = [0, 1, -1, 2, -2, 3, 1023, -1024, 2 ** 30, -(2 ** 30), 2 ** 30 - 1, 0, 0, 5];
  const write = encoder();
  const put = integerCode(write);
  for (const value of extremes) put(value);
  const get = integerCode(decoder(write.finish()));
  expect(extremes.map(() => get())).toEqual(extremes);
});

describe.each<[string, FiniteGroup]>([
  ["Z_6", cyclic(6)],
  ["S_3", symmetric(3)],
  ["D_4", dihedral(4)],
  ["Q_8", quaternion()],
])("the basis of %s", (_, group) => {
  test("is orthonormal and complete", () => {
    const basis = groupBasis(group);
    expect(basis).toHaveLength(group.order);
    for (const [i, u] of basis.entries()) {
      for (const [j, v] of basis.entries()) {
        const product = u.reduce((sum, value, g) => sum + value * v[g], 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
      }
    }
  });
});

describe("encodeWeights and decodeWeights", () => {
  const { spec, weights } = tinyNetwork(6, 10);
  const fineness = { W: -16, V: -5 };

  test("give back the multiples of the step that are nearest", () => {
    const decoded = decodeWeights(spec, encodeWeights(spec, weights, fineness));
    expect(Object.keys(decoded)).toEqual(["W", "V"]);
    expect(stepOf(-16)).toBe(1 / 16);
    for (const name of ["W", "V"] as const) {
      const step = stepOf(fineness[name]);
      const nearest = weights[name].data.map((value) => Math.round(value / step) * step + 0);
      expect(decoded[name].shape).toEqual(weights[name].shape);
      expect(decoded[name].data).toEqual(nearest);
    }
  });

  test("in a group's basis a weight errs by half a step in each coordinate at most", () => {
    const group = cyclic(6);
    const decoded = decodeWeights(spec, encodeWeights(spec, weights, fineness, group), group);
    const norms = (name: "W" | "V", node: number) => {
      const { shape, data } = weights[name];
      const stride = shape[1];
      let sum = 0;
      for (let i = 0; i < (name === "W" ? shape[0] : stride); i++) {
        const at = name === "W" ? i * stride + node : node * stride + i;
        sum += (data[at] - decoded[name].data[at]) ** 2;
      }
      return Math.sqrt(sum);
    };
    for (let node = 0; node < 10; node++) {
      expect(norms("W", node)).toBeLessThanOrEqual((stepOf(-16) / 2) * Math.sqrt(12));
      expect(norms("V", node)).toBeLessThanOrEqual((stepOf(-5) / 2) * Math.sqrt(6));
    }
  });

  test("a feature of one irrep takes few bits in the group's basis", () => {
    const M = 29;
    const next = randomNumbers(4);
    const phases = Array.from({ length: 40 }, () => Math.PI * next());
    const W = {
      shape: [2 * M, 20],
      data: Float64Array.from({ length: 2 * M * 20 }, (_, i) => {
        const [row, node] = [Math.floor(i / 20), i % 20];
        const half = row < M ? 0 : 1;
        return Math.cos(
          (2 * Math.PI * (1 + (node % 14)) * (row % M)) / M + phases[2 * node + half],
        );
      }),
    };
    const V = { shape: [20, M], data: new Float64Array(20 * M) };
    const { spec } = tinyNetwork(M, 20);
    const [plain, rotated] = [undefined, cyclic(M)].map(
      (group) => encodeWeights(spec, { W, V }, { W: -20, V: 0 }, group).length,
    );
    expect(rotated).toBeLessThan(plain / 6);
  });

  test("random weights take as many bits in every basis", () => {
    const random = { W: randomTensor([58, 40], 6), V: randomTensor([40, 29], 7) };
    const [plain, rotated] = [undefined, cyclic(29)].map(
      (group) => encodeWeights(tinyNetwork(29, 40).spec, random, { W: -20, V: -20 }, group).length,
    );
    expect(rotated / plain).toBeGreaterThan(0.97);
    expect(rotated / plain).toBeLessThan(1.05);
  });

  test("zeros cost next to nothing", () => {
    const zeros = {
      W: { shape: [100, 100], data: new Float64Array(10000) },
      V: { shape: [100, 50], data: new Float64Array(5000) },
    };
    const { spec } = tinyNetwork(50, 100);
    expect(encodeWeights(spec, zeros, { W: 0, V: 0 }).length).toBeLessThan(32);
  });

  test("refuse a fineness out of range, and weights beyond the code's numbers", () => {
    expect(() => encodeWeights(spec, weights, { W: 0.5, V: 0 })).toThrow(
      /the fineness of W is 0.5/,
    );
    expect(() => encodeWeights(spec, weights, { W: 0 })).toThrow(/the fineness of V is undefined/);
    expect(() => decodeWeights(spec, new Uint8Array(3))).toThrow(/3 bytes/);
    const large = { ...weights, V: { shape: [10, 6], data: new Float64Array(60).fill(1e30) } };
    expect(() => encodeWeights(spec, large, { W: 0, V: 0 })).toThrow(/V has a weight of 1e\+30/);
  });
});

describe("descriptionLength", () => {
  const { spec, weights, data } = tinyNetwork(5, 6);

  test("the decoded weights answer as many examples right", () => {
    const { bits, bytes, corrections, accuracy } = descriptionLength(spec, weights, data);
    const decoded = decodeWeights(spec, bytes);
    // 1 % of 25 examples is none: what is written besides the weights is that there are no corrections
    expect(corrections).toBe(0);
    expect(bits).toBeCloseTo(8 * bytes.length + Math.log2(26), 10);
    expect(accuracy.before).toBe(evaluate(spec, weights, data).accuracy);
    expect(accuracy.after).toBe(evaluate(spec, decoded, data).accuracy);
    expect(accuracy.after).toBeGreaterThanOrEqual(accuracy.before);
  });

  test("tells of each evaluation, and is the same for it", () => {
    let evaluations = 0;
    const told = descriptionLength(spec, weights, data, undefined, () => {
      evaluations++;
    });
    expect(evaluations).toBeGreaterThan(16);
    expect(told).toEqual(descriptionLength(spec, weights, data));
  });

  test("compares with the labels themselves", () => {
    const { labelBits, bitsPerWeight, bits } = descriptionLength(spec, weights, data);
    expect(labelBits).toBeCloseTo(25 * Math.log2(5), 10);
    expect(bitsPerWeight).toBeCloseTo(bits / 90, 10);
  });

  test("works for weights as small as floats can be", () => {
    const small = Object.fromEntries(
      Object.entries(weights).map(([name, { shape, data: values }]) => [
        name,
        { shape, data: Float64Array.from(values, (value) => value * 1e-30) },
      ]),
    );
    const { accuracy } = descriptionLength(spec, small, data);
    expect(accuracy.after).toBeGreaterThanOrEqual(accuracy.before);
  });

  test("goes on with finer steps where one weight is beyond all others", () => {
    // a node that answers nothing, with a million times the others' weight
    const [W, V] = [weights.W, weights.V].map(({ shape, data: values }) => ({
      shape,
      data: Float64Array.from(values),
    }));
    for (let i = 0; i < 10; i++) W.data[i * 6] = 0;
    V.data[0] = 1e6;
    const labels = answers(referenceNetwork(spec).logits({ W, V }, data), 5);
    const { accuracy } = descriptionLength(spec, { W, V }, { ...data, labels });
    expect(accuracy).toEqual({ before: 1, after: 1 });
  });

  test("refuses weights that are not finite", () => {
    const broken = { ...weights, V: { shape: [6, 5], data: new Float64Array(30).fill(Infinity) } };
    expect(() => descriptionLength(spec, broken, data)).toThrow(/V has Infinity in place 0/);
  });
});

describe("generalising is compressing", async () => {
  const { spec, train, test: heldOut, group, at } = await trained;
  const accuracies = (weights: Tensors) => [
    evaluate(spec, weights, train).accuracy,
    evaluate(spec, weights, heldOut).accuracy,
  ];
  const [memorised, generalised] = [at[100], at[1200]];
  const length = (weights: Tensors) => descriptionLength(spec, weights, train, group);

  test("a fifth of the bits at most, with the same answers", () => {
    expect(accuracies(memorised)[0]).toBe(1);
    expect(accuracies(memorised)[1]).toBeLessThan(0.5);
    expect(accuracies(generalised)).toEqual([1, 1]);
    const [before, after] = [length(memorised), length(generalised)];
    expect(after.bits).toBeLessThan(before.bits / 5);
    const decoded = decodeWeights(spec, after.bytes, group);
    const right = evaluate(spec, decoded, train).accuracy * train.count + after.corrections;
    expect(right).toBeCloseTo(train.count, 9);
    expect(after.corrections).toBeLessThanOrEqual(0.01 * train.count);
    expect(before.corrections).toBeGreaterThan(0);
    for (const { accuracy } of [before, after]) expect(accuracy).toEqual({ before: 1, after: 1 });
    // what was coded is the rule, not the training pairs
    expect(evaluate(spec, decoded, heldOut).accuracy).toBeGreaterThan(0.9);
  });

  test("the corrections are the cheapest way to say which examples, and what they are", () => {
    const { corrections, correctionBits, bits, bytes } = length(memorised);
    expect(corrections).toBeGreaterThan(0);
    let choices = 1n;
    for (let i = 0; i < corrections; i++) {
      choices = (choices * BigInt(train.count - i)) / BigInt(i + 1);
    }
    const right = Math.log2(train.count + 1) + Math.log2(Number(choices) * 23 ** corrections);
    expect(correctionBits).toBeCloseTo(right, 9);
    expect(bits).toBeCloseTo(8 * bytes.length + right, 9);
  });
});
