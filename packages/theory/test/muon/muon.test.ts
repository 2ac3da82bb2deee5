import { expect, test } from "vitest";
import {
  captureProbabilities,
  fromRows,
  independentNodes,
  independentNodesBound,
  muonAscentRate,
  muonNodes,
  polarFactor,
  polarStep,
  winningMaximum,
} from "../../src/index.ts";
import { gram, identity, symmetricEigen, transpose } from "../../src/numerics/real-matrix.ts";
import { draws } from "../definitions.ts";
import { expectClose } from "../matrices.ts";
import { vectors } from "../vectors.ts";

interface CouponExample {
  readonly mu: number[];
  readonly a: number;
  readonly p: number[];
  readonly T0: number;
  readonly Ta: number;
  readonly lowerBounds: { readonly inv_min_p: number; readonly L_times_harmonic: number };
}

test.each<CouponExample>(vectors.couponMuon)(
  "the oracle's times for μ = $mu, a = $a",
  ({ mu, a, p, T0, Ta, lowerBounds }) => {
    const probabilities = captureProbabilities(mu, a);
    for (const [l, expected] of p.entries()) expect(probabilities[l]).toBeCloseTo(expected, 12);
    expect(independentNodes(probabilities) / T0).toBeCloseTo(1, 9);
    expect(muonNodes(mu, a) / Ta).toBeCloseTo(1, 9);
    const bound = Math.max(lowerBounds.inv_min_p, lowerBounds.L_times_harmonic);
    expect(independentNodesBound(probabilities)).toBeCloseTo(bound, 9);
    expect(T0).toBeGreaterThanOrEqual(bound - 1e-9);
  },
);

test("Lemma 7: which of Fréchet's weights is largest, by drawing", () => {
  const random = draws(19);
  const [mu, a] = [[1, 0.8, 0.5], 1.5];
  const wins = [0, 0, 0];
  const trials = 300_000;
  for (let trial = 0; trial < trials; trial++) {
    const start = mu.map(() => (-Math.log(random())) ** (-1 / a));
    wins[winningMaximum(mu, start)]++;
  }
  for (const [l, p] of captureProbabilities(mu, a).entries()) {
    expect(Math.abs(wins[l] / trials - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / trials));
  }
});

test("Lemma 8: the flow of Equation 10 ends where μ·α is largest at the start", () => {
  const random = draws(29);
  for (let trial = 0; trial < 20; trial++) {
    const mu = Array.from({ length: 4 }, () => 0.3 + 0.7 * random());
    const start = mu.map(() => 0.02 + 0.2 * random());
    let alpha = start;
    for (let step = 0; step < 200_000 && Math.max(...alpha) < 0.999; step++) {
      alpha = alpha.map((value, l) => value + 0.01 * mu[l] * value ** 2);
      const norm = Math.hypot(...alpha);
      if (norm > 1) alpha = alpha.map((value) => value / norm);
    }
    expect(alpha.indexOf(Math.max(...alpha))).toBe(winningMaximum(mu, start));
  }
  expect(() => winningMaximum([1, 1], [1])).toThrow("1 weights for 2 maxima");
});

/** T₀ by inclusion and exclusion over the sets of missing maxima. */
function byInclusionExclusion(p: readonly number[]): number {
  let sum = 0;
  for (let set = 1; set < 2 ** p.length; set++) {
    const members = p.filter((_, l) => (set >> l) & 1);
    const sign = members.length % 2 === 1 ? 1 : -1;
    sum += sign / members.reduce((a, b) => a + b);
  }
  return sum;
}

test.each([[[0.5, 0.3, 0.2]], [[0.9, 0.0999, 1e-4]], [[0.97, 0.01, 0.01, 0.0099, 0.0001]], [[1]]])(
  "T₀ by inclusion and exclusion: %j",
  (p) => {
    expect(independentNodes(p) / byInclusionExclusion(p)).toBeCloseTo(1, 8);
  },
);

test("L equal maxima take L·H_L nodes", () => {
  const L = 63;
  let harmonic = 0;
  for (let l = 1; l <= L; l++) harmonic += 1 / l;
  expect(independentNodes(new Array(L).fill(1 / L))).toBeCloseTo(L * harmonic, 6);
});

test("Lemma 9: the polar factor's new column is the oracle's, and the singular values'", () => {
  const { Q, v, vhat, printed } = vectors.muonPolar;
  const step = polarStep(fromRows(Q), v);
  const whole = polarFactor(fromRows(Q.map((row: number[], i: number) => [...row, v[i]])));
  for (const [i, expected] of vhat.entries()) {
    expect(step[i]).toBeCloseTo(expected, 10);
    expect(whole.data[i * 3 + 2]).toBeCloseTo(expected, 10);
    // erratum 16: what is printed is off in the second digit
    expect(Math.abs(printed[i] - expected)).toBeGreaterThan(0.01);
  }
});

test.each([
  [5, 3],
  [3, 5],
])("a polar factor of a %d × %d matrix is an isometry", (rows, columns) => {
  const random = draws(2);
  const a = fromRows(
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => random() - 0.5)),
  );
  const factor = polarFactor(a);
  const narrow = rows > columns ? factor : transpose(factor);
  expectClose(gram(narrow), identity(Math.min(rows, columns)), 10);
  // Lemma 2: Muon climbs at the sum of singular values, the roots of the eigenvalues of AᵀA
  const { values } = symmetricEigen(gram(rows > columns ? a : transpose(a)));
  const nuclear = values.reduce((sum, value) => sum + Math.sqrt(value), 0);
  expect(muonAscentRate(a)).toBeCloseTo(nuclear, 9);
});

test("what is no distribution or no direction is refused", () => {
  expect(() => independentNodes([0.5, 0.6])).toThrow(/add up to 1/);
  expect(() => captureProbabilities([1, 0], 2)).toThrow(/above 0/);
  expect(() => polarStep(fromRows([[1], [0]]), [2, 0])).toThrow(/in the span of Q/);
});
