import { cyclic, type Dataset, dihedral, InputError, realIrreps } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  type ActivationName,
  activationNames,
  energyLandscape,
  groupLandscape,
  hessian,
  missingProjector,
  scalarActivation,
} from "../../src/index.ts";
import { allPairs, draws, energyByDefinition, type Pair } from "../definitions.ts";
import { tableGroup, vectors } from "../vectors.ts";

/** A dataset of these pairs. */
const sample = (pairs: readonly Pair[]): Dataset => ({
  count: pairs.length,
  arity: 2,
  operands: Uint16Array.from(pairs.flatMap((pair) => pair.slice(0, 2))),
  labels: Uint16Array.from(pairs, ([, , label]) => label),
});

const random = draws(11);
const randomWeights = (length: number) => Float64Array.from({ length }, () => 2 * random() - 1);
const someOf = <T>(all: readonly T[], share: number) => all.filter(() => random() < share);

test.each<{ group: string; w: number[]; [key: string]: unknown }>(vectors.energyEval)(
  "the oracle's energies and gradient on $group",
  ({ w, ...oracle }) => {
    const group = tableGroup(oracle.table as number[][]);
    for (const [name, key] of [
      ["quadratic", "E_square"],
      ["relu", "E_relu"],
      ["silu", "E_silu"],
    ] as const) {
      const value = groupLandscape(group, { activation: name }).value(w);
      expect(value / (oracle[key] as number)).toBeCloseTo(1, 10);
    }
    const gradient = new Float64Array(w.length);
    groupLandscape(group).gradient(w, gradient);
    for (const [i, expected] of (oracle.grad_square as number[]).entries()) {
      expect(gradient[i]).toBeCloseTo(expected, 10);
    }
  },
);

test.each(activationNames)("value, gradient and Hessian follow the definition: %s", (name) => {
  const group = dihedral(3);
  const pairs = someOf(allPairs(group), 0.6);
  const { value: sigma } = scalarActivation(name);
  const landscape = energyLandscape(sample(pairs), { vocabulary: 6, classes: 6, activation: name });
  const w = randomWeights(12);
  const definition = (at: Float64Array) => energyByDefinition(pairs, 6, at, sigma);
  const gradient = new Float64Array(12);
  expect(landscape.gradient(w, gradient)).toBeCloseTo(definition(w), 10);
  expect(landscape.value(w)).toBeCloseTo(definition(w), 10);
  const step = 1e-5;
  const slopes = new Float64Array(12);
  const second = hessian(landscape, w);
  for (let i = 0; i < 12; i++) {
    const [up, down] = [w.with(i, w[i] + step), w.with(i, w[i] - step)];
    expect(gradient[i]).toBeCloseTo((definition(up) - definition(down)) / (2 * step), 6);
    landscape.gradient(up, slopes);
    const above = slopes.slice();
    landscape.gradient(down, slopes);
    for (let j = 0; j < 12; j++) {
      expect(second.data[i * 12 + j]).toBeCloseTo((above[j] - slopes[j]) / (2 * step), 5);
    }
  }
});

test.each(["quadratic", "silu", "relu2"] as const)("three operands, and one: %s", (activation) => {
  for (const arity of [1, 3]) {
    const count = 20;
    const operands = Uint16Array.from({ length: arity * count }, () => Math.floor(4 * random()));
    const labels = Uint16Array.from({ length: count }, (_, i) => i % 3);
    const landscape = energyLandscape(
      { count, arity, operands, labels },
      { vocabulary: 4, classes: 3, activation },
    );
    const { value: sigma } = scalarActivation(activation);
    const definition = (w: Float64Array) => {
      const values = Array.from(labels, (_, i) => {
        let z = 0;
        for (let k = 0; k < arity; k++) z += w[4 * k + operands[i * arity + k]];
        return sigma(z);
      });
      const mean = values.reduce((a, b) => a + b) / count;
      let sum = 0;
      for (let h = 0; h < 3; h++) {
        const projection = values.reduce(
          (total, v, i) => total + (labels[i] === h ? v - mean : 0),
          0,
        );
        sum += projection ** 2 / 2;
      }
      return sum;
    };
    const w = randomWeights(4 * arity);
    const gradient = new Float64Array(4 * arity);
    expect(landscape.gradient(w, gradient)).toBeCloseTo(definition(w), 10);
    for (const [i, slope] of gradient.entries()) {
      const [up, down] = [w.with(i, w[i] + 1e-5), w.with(i, w[i] - 1e-5)];
      expect(slope).toBeCloseTo((definition(up) - definition(down)) / 2e-5, 6);
    }
  }
});

test("SiLU holds for weights whose exponentials overflow", () => {
  const group = cyclic(3);
  const w = Float64Array.of(800, -2, 1, -800, 3, -900);
  const { value: sigma } = scalarActivation("silu");
  const expected = energyByDefinition(allPairs(group), 3, w, sigma);
  expect(groupLandscape(group, { activation: "silu" }).value(w)).toBeCloseTo(expected, 6);
});

test("linear σ has no feature to find on all pairs: the energy is 0", () => {
  const landscape = groupLandscape(cyclic(7), { activation: "linear" });
  expect(landscape.value(randomWeights(14))).toBeCloseTo(0, 12);
});

test("E_S is the energy against the part of the target that is missing (Theorem 7)", () => {
  const group = dihedral(4);
  const pairs = allPairs(group);
  const learned = [2, realIrreps(group).length - 1];
  const w = randomWeights(16);
  // the target of the learned irreps, by the characters tr ρ: (m/M)·tr ρ(h'⁻¹h)
  const seen = (label: number, h: number) =>
    learned.reduce((sum, place) => {
      const { dimension, multiplicity, matrices } = realIrreps(group)[place];
      const g = group.multiply(group.inverse(h), label);
      let trace = 0;
      for (let i = 0; i < dimension; i++) trace += matrices[(g * dimension + i) * dimension + i];
      return sum + (multiplicity / 8) * trace;
    }, 0);
  let expected = 0;
  for (let h = 0; h < 8; h++) {
    let projection = 0;
    for (const [a, b, label] of pairs) {
      const residual = (label === h ? 1 : 0) - 1 / 8 - seen(label, h);
      projection += residual * (w[a] + w[8 + b]) ** 2;
    }
    expected += projection ** 2 / 2;
  }
  const landscape = groupLandscape(group, { projector: missingProjector(group, learned) });
  expect(landscape.value(w)).toBeCloseTo(expected, 9);
});

test("with nothing left out the projector changes nothing", () => {
  const group = cyclic(6);
  const w = randomWeights(12);
  const all = groupLandscape(group, { projector: missingProjector(group, []) });
  expect(all.value(w)).toBeCloseTo(groupLandscape(group).value(w), 10);
  const gradients = [new Float64Array(12), new Float64Array(12)];
  all.gradient(w, gradients[0]);
  groupLandscape(group).gradient(w, gradients[1]);
  for (let i = 0; i < 12; i++) expect(gradients[0][i]).toBeCloseTo(gradients[1][i], 9);
});

test("uncentred targets: ½‖Yᵀσ‖², what Theorem 5 needs", () => {
  const group = cyclic(4);
  const w = randomWeights(8);
  let expected = 0;
  for (let h = 0; h < 4; h++) {
    const sum = allPairs(group).reduce(
      (total, [a, b, label]) => total + (label === h ? (w[a] + w[4 + b]) ** 2 : 0),
      0,
    );
    expected += sum ** 2 / 2;
  }
  expect(groupLandscape(group, { centred: false }).value(w)).toBeCloseTo(expected, 10);
});

test("what cannot be is refused in one line", () => {
  const landscape = groupLandscape(cyclic(5));
  expect(() => landscape.value(new Float64Array(9))).toThrow(
    "a weight vector of length 9; d is 10",
  );
  expect(() => landscape.gradient(new Float64Array(10), new Float64Array(5))).toThrow(InputError);
  expect(() => groupLandscape(cyclic(5), { activation: "gelu" as ActivationName })).toThrow(
    /unknown activation "gelu"/,
  );
  expect(() => groupLandscape(cyclic(5), { projector: new Float64Array(4) })).toThrow(/25/);
  expect(() => missingProjector(cyclic(5), [0])).toThrow(/they are 1 … 2/);
});
