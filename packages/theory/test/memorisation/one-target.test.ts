import { dihedral } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  activationNames,
  memorisationForm,
  memorisingOptimum,
  memorisingWeights,
  optimalityGap,
  scalarActivation,
  slopeRatio,
} from "../../src/index.ts";
import { draws } from "../definitions.ts";
import { vectors } from "../vectors.ts";

interface Example {
  readonly id: string;
  readonly p: number[];
  readonly act: string;
  readonly s: number[];
  readonly lam: number | null;
  readonly F: number;
}

const names = { square: "quadratic" } as Record<string, string>;

test.each<Example>(vectors.memorization)("Theorem 5, the oracle's $id", ({ p, act, s, lam, F }) => {
  const optimum = memorisingOptimum(p, (names[act] ?? act) as "relu");
  for (const [g, expected] of s.entries()) expect(optimum.s[g]).toBeCloseTo(expected, 7);
  expect(optimum.objective).toBeCloseTo(F, 7);
  expect(optimum.kind).toBe(act === "square" ? "focused" : "spreading");
  if (lam === null) expect(optimum.lambda).toBeNull();
  else expect(optimum.lambda).toBeCloseTo(lam, 7);
});

test.each(["quadratic", "relu2", "relu", "silu", "tanh", "linear"] as const)(
  "no other s does better: %s",
  (activation) => {
    const random = draws(23);
    const p = [0.35, 0.25, 0.2, 0.15, 0.05];
    const { objective } = memorisingOptimum(p, activation);
    const { value } = scalarActivation(activation);
    for (let trial = 0; trial < 2000; trial++) {
      const s = p.map(() => random() ** 3);
      const factor = Math.sqrt(2) / Math.hypot(...s);
      const reached = p.reduce((sum, q, g) => sum + q * value(factor * s[g]), 0);
      expect(reached).toBeLessThanOrEqual(objective + 1e-12);
    }
  },
);

test.each(["relu", "silu", "tanh", "sigmoid", "linear"] as const)(
  "Lemma 5: at the optimum p_g·φ(s_g) is 2λ for every pair, %s",
  (activation) => {
    const p = [0.4, 0.3, 0.2, 0.1];
    const { s, lambda } = memorisingOptimum(p, activation);
    expect(optimalityGap(p, activation, s, lambda!)).toBeLessThan(1e-9);
    for (const [g, q] of p.entries()) {
      expect(q * slopeRatio(activation, s[g])).toBeCloseTo(2 * lambda!, 9);
    }
    expect(optimalityGap(p, activation, [1, 1, 0, 0], lambda!)).toBeGreaterThan(1e-3);
  },
);

test.each(activationNames)("Lemma 6: the form follows from φ, %s", (activation) => {
  const ratios = Array.from({ length: 100 }, (_, i) => slopeRatio(activation, 0.02 * (i + 1)));
  const falls = ratios.every((value, i) => i === 0 || value < ratios[i - 1]);
  const never = ratios.every((value, i) => i === 0 || value >= ratios[i - 1] - 1e-12);
  expect(falls || never).toBe(true);
  expect(memorisationForm(activation)).toBe(falls ? "spreading" : "focused");
});

test("its weights have norm 1 and give each pair of the target its pre-activation", () => {
  const group = dihedral(3);
  const target = 4;
  const { s } = memorisingOptimum([0.3, 0.25, 0.2, 0.15, 0.1, 0], "relu");
  const w = memorisingWeights(group, target, s);
  expect(Math.hypot(...w)).toBeCloseTo(1, 12);
  for (let g = 0; g < 6; g++) {
    const partner = group.multiply(group.inverse(g), target);
    expect(group.multiply(g, partner)).toBe(target);
    expect(w[g] + w[6 + partner]).toBeCloseTo(s[g], 12);
  }
});

test("what is no distribution is refused", () => {
  expect(() => memorisingOptimum([0.5, 0.4], "relu")).toThrow(/add up to 1/);
  expect(() => memorisingWeights(dihedral(3), 0, [1])).toThrow(/1 values for 6 pairs/);
});

test("of equally likely pairs the first is memorised", () => {
  expect(Array.from(memorisingOptimum([0.2, 0.4, 0.4], "quadratic").s)).toEqual([0, Math.SQRT2, 0]);
});
