import { InputError } from "@grokscape/group-datasets";
import { byName, chain, type Link, momentum, optimiser, scaleBy } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { namesOf } from "../../src/optimiser/link.ts";

const weightsOf = (...values: number[]) => ({
  w: { shape: [values.length], data: Float64Array.from(values) },
});

/** Three steps with gradients 0.5, −0.2, 0.1 on one weight that starts at 2. */
function trace(link: Link): number[] {
  const weights = weightsOf(2);
  const state = link.init(weights);
  return [0.5, -0.2, 0.1].map((gradient, step) => {
    const updates = weightsOf(gradient);
    link.update(updates, state, weights, step);
    weights.w.data[0] -= updates.w.data[0];
    return weights.w.data[0];
  });
}

test("sgd: buffer ← μ·buffer + g + λw, w ← w − lr·buffer", () => {
  const seen = trace(
    optimiser(
      {
        kind: "sgd",
        learningRate: 0.1,
        momentum: 0.9,
        nesterov: false,
        weightDecay: 0.01,
      },
      [],
    ),
  );
  let [w, buffer] = [2, 0];
  const right = [0.5, -0.2, 0.1].map((g) => {
    buffer = 0.9 * buffer + g + 0.01 * w;
    w -= 0.1 * buffer;
    return w;
  });
  seen.forEach((value, i) => {
    expect(value).toBeCloseTo(right[i], 14);
  });
});

test.each(["adam", "adamw"] as const)("%s as its paper writes it", (kind) => {
  const decay = 0.01;
  const seen = trace(
    optimiser(
      {
        kind,
        learningRate: 0.1,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        weightDecay: decay,
      },
      [],
    ),
  );
  let [w, m, v] = [2, 0, 0];
  const right = [0.5, -0.2, 0.1].map((raw, i) => {
    const g = kind === "adam" ? raw + decay * w : raw;
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    const step = m / (1 - 0.9 ** (i + 1)) / (Math.sqrt(v / (1 - 0.999 ** (i + 1))) + 1e-8);
    w -= 0.1 * (kind === "adamw" ? step + decay * w : step);
    return w;
  });
  seen.forEach((value, i) => {
    expect(value).toBeCloseTo(right[i], 13);
  });
});

test("links run in order, each on what the one before left", () => {
  const addOne: Link = {
    init: () => ({}),
    update(updates) {
      updates.w.data[0] += 1;
    },
  };
  const updates = weightsOf(3);
  chain(scaleBy(2), addOne).update(updates, {}, weightsOf(0), 0);
  expect(updates.w.data[0]).toBe(7);
});

test("two links that would share what they keep are refused", () => {
  const weights = weightsOf(2);
  expect(() => chain(momentum(0.9), scaleBy(2), momentum(0.5)).init(weights)).toThrow(InputError);
  expect(() => chain(momentum(0.9), chain(momentum(0.5))).init(weights)).toThrow(
    'two links keep a tensor "momentum/w"',
  );
  const keeping = (name: string): Link => ({
    init: () => Object.fromEntries([[name, weights.w]]),
    update() {},
  });
  const mine = keeping("mine");
  expect(() => byName(() => true, mine, mine).init(weights)).toThrow(
    'two links keep a tensor "mine"',
  );
  const hostile = chain(keeping("__proto__"), keeping("constructor")).init(weights);
  expect(Object.keys(hostile)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(hostile)).toBe(Object.prototype);
});

test("a link's name is a text", () => {
  const link = { ...scaleBy(1), name: { toString: null } as never };
  expect(() => namesOf([link])).toThrow("a link's name must be a text, got an object");
  expect(namesOf([scaleBy(1), { ...scaleBy(1), name: "mine" }])).toEqual(["unnamed", "mine"]);
});
