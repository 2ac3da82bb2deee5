import {
  clampNorm,
  clipNorm,
  grokfastEma,
  grokfastMa,
  type Link,
  orthogonalGradient,
} from "@grokscape/trainer";
import { expect, test } from "vitest";

const tensors = (W: number[], V: number[]) => ({
  W: { shape: [W.length], data: Float64Array.from(W) },
  V: { shape: [V.length], data: Float64Array.from(V) },
});
const gradients = [
  [0.5, -0.2, 0.1, 1],
  [-0.3, 0.8, 0, 0.4],
  [0.9, 0.1, -0.7, 0.2],
  [0.2, -0.6, 0.3, -1],
];
const start = [1, -2, 0.5, 3];

/** What a link makes of the gradients one after the other, at weights that stay as they are. */
function filtered(link: Link): number[][] {
  const weights = tensors(start.slice(0, 3), start.slice(3));
  const state = link.init(weights);
  return gradients.map((g, step) => {
    const updates = tensors(g.slice(0, 3), g.slice(3));
    link.update(updates, state, weights, step);
    return [...updates.W.data, ...updates.V.data];
  });
}

function expectClose(seen: number[][], right: number[][]) {
  seen.forEach((row, step) => {
    row.forEach((value, i) => {
      expect(value, `step ${step}, entry ${i}`).toBeCloseTo(right[step][i], 14);
    });
  });
}

test("grokfastEma adds λ times the average of all gradients so far, weighted by age", () => {
  const [alpha, lambda] = [0.7, 2];
  const right = gradients.map((g, step) =>
    g.map((value, i) => {
      let average = alpha ** step * gradients[0][i];
      for (let s = 1; s <= step; s++)
        average += (1 - alpha) * alpha ** (step - s) * gradients[s][i];
      return value + lambda * average;
    }),
  );
  expectClose(filtered(grokfastEma(alpha, lambda)), right);
});

test("grokfastMa adds λ times the mean of the last gradients, once there are enough", () => {
  const [window, lambda] = [3, 5];
  const right = gradients.map((g, step) =>
    g.map((value, i) => {
      if (step < window - 1) return value;
      const last = gradients.slice(step - window + 1, step + 1).map((row) => row[i]);
      return value + (lambda * last.reduce((a, b) => a + b)) / window;
    }),
  );
  expectClose(filtered(grokfastMa(window, lambda)), right);
});

test("orthogonalGradient leaves each tensor's gradient its norm, and nothing along the weights", () => {
  const seen = filtered(orthogonalGradient());
  const w = start.slice(0, 3);
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  seen.forEach((row, step) => {
    const [before, after] = [gradients[step].slice(0, 3), row.slice(0, 3)];
    expect(dot(after, w)).toBeCloseTo(0, 14);
    expect(dot(after, after)).toBeCloseTo(dot(before, before), 14);
    const rest = before.map((g, i) => g - (dot(before, w) / dot(w, w)) * w[i]);
    expect(dot(after, rest) / Math.sqrt(dot(after, after) * dot(rest, rest))).toBeCloseTo(1, 14);
    // one number has no direction but that of its weight
    expect(Math.abs(row[3])).toBe(0);
  });
});

test("orthogonalGradient leaves gradients of weights that are 0 alone", () => {
  const updates = tensors([1, 2], [3]);
  orthogonalGradient().update(updates, {}, tensors([0, 0], [0]), 0);
  expect(updates).toEqual(tensors([1, 2], [3]));
});

test("clipNorm scales all tensors together, and only what is too long", () => {
  const seen = filtered(clipNorm(1));
  seen.forEach((row, step) => {
    const norm = Math.hypot(...gradients[step]);
    const scale = Math.min(1, 1 / (norm + 1e-6));
    expectClose([row], [gradients[step].map((g) => g * scale)]);
  });
  expect(filtered(clipNorm(100))).toEqual(gradients);
});

test.each([0.5, 1, 3])(
  "clampNorm(%d) holds the joint norm at that multiple of the start's",
  (factor) => {
    const weights = tensors(start.slice(0, 3), start.slice(3));
    const link = clampNorm(factor);
    const state = link.init(weights);
    for (const [step, g] of gradients.entries()) {
      const before = [...weights.W.data, ...weights.V.data];
      const updates = tensors(g.slice(0, 3), g.slice(3));
      link.update(updates, state, weights, step);
      for (const name of ["W", "V"] as const) {
        weights[name].data.forEach((w, i) => {
          weights[name].data[i] = w - updates[name].data[i];
        });
      }
      const after = [...weights.W.data, ...weights.V.data];
      expect(Math.hypot(...after)).toBeCloseTo(factor * Math.hypot(...start), 13);
      const free = before.map((w, i) => w - g[i]);
      after.forEach((w, i) => {
        expect(w).toBeCloseTo((free[i] * Math.hypot(...after)) / Math.hypot(...free), 13);
      });
    }
  },
);
