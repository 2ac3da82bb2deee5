import { losses } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";

const classes = 4;
const logits = Float64Array.of(0.3, -1.2, 2, 0.1, 5, 5, -3, 0.05, 0.2, 0.1, -0.05, -0.4);
const labels = Uint16Array.of(2, 1, 3);

/** The losses written out from their definitions. */
const definitions = {
  mse: (o: Float64Array) => {
    let total = 0;
    for (let i = 0; i < 3; i++) {
      const row = [...o.slice(i * classes, (i + 1) * classes)];
      const mean = row.reduce((a, b) => a + b) / classes;
      row.forEach((value, c) => {
        total += (value - mean - ((c === labels[i] ? 1 : 0) - 1 / classes)) ** 2;
      });
    }
    return total / 3;
  },
  "cross-entropy": (o: Float64Array) => {
    let total = 0;
    for (let i = 0; i < 3; i++) {
      const row = [...o.slice(i * classes, (i + 1) * classes)];
      total -= Math.log(Math.exp(row[labels[i]]) / row.reduce((a, b) => a + Math.exp(b), 0));
    }
    return total / 3;
  },
  stablemax: (o: Float64Array) => {
    const s = (x: number) => (x >= 0 ? x + 1 : 1 / (1 - x));
    let total = 0;
    for (let i = 0; i < 3; i++) {
      const row = [...o.slice(i * classes, (i + 1) * classes)].map(s);
      total -= Math.log(row[labels[i]] / row.reduce((a, b) => a + b));
    }
    return total / 3;
  },
};

describe.each(["mse", "cross-entropy", "stablemax"] as const)("%s", (name) => {
  const loss = losses[name];

  test("is its definition", () => {
    expect(loss(logits, labels, classes).loss).toBeCloseTo(definitions[name](logits), 13);
  });

  test("has the gradient that central differences show", () => {
    const gradient = new Float64Array(logits.length);
    loss(logits, labels, classes, gradient);
    for (let i = 0; i < logits.length; i++) {
      const h = 1e-5;
      const up = logits.with(i, logits[i] + h);
      const down = logits.with(i, logits[i] - h);
      const slope = (definitions[name](up) - definitions[name](down)) / (2 * h);
      expect(gradient[i]).toBeCloseTo(slope, 9);
    }
  });

  test("counts the first largest logit as the answer", () => {
    expect(loss(logits, labels, classes).accuracy).toBeCloseTo(1 / 3, 15);
    expect(loss(logits, Uint16Array.of(2, 0, 0), classes).accuracy).toBe(1);
  });
});

test("cross-entropy survives logits of a thousand", () => {
  const { loss } = losses["cross-entropy"](Float64Array.of(1000, -1000), Uint16Array.of(1), 2);
  expect(loss).toBe(2000);
});

test("stablemax goes on learning where cross-entropy in float32 has stopped", () => {
  const sure = Float32Array.of(200, 0);
  const gradient = new Float32Array(2);
  losses["cross-entropy"](sure, Uint16Array.of(0), 2, gradient);
  expect(Math.abs(gradient[0])).toBe(0);
  losses.stablemax(sure, Uint16Array.of(0), 2, gradient);
  expect(gradient[0]).toBeLessThan(-1e-5);
});

test("cross-entropy in float32 is the same until an answer is sure by 17 nats, and then stops", () => {
  const gradientOf = (name: "cross-entropy" | "cross-entropy-float32", margin: number) => {
    const gradient = new Float64Array(3);
    const row = Float32Array.of(margin, 0, 0);
    return { ...losses[name](row, Uint16Array.of(0), 3, gradient), gradient };
  };
  const [wide, single] = (["cross-entropy", "cross-entropy-float32"] as const).map((name) =>
    gradientOf(name, 3),
  );
  expect(single.loss).toBeCloseTo(wide.loss, 7);
  expect(single.loss).not.toBe(wide.loss);
  single.gradient.forEach((slope, c) => {
    expect(slope).toBeCloseTo(wide.gradient[c], 7);
  });
  const sure = gradientOf("cross-entropy-float32", 18);
  expect(sure.loss).toBe(0);
  expect(sure.gradient[0]).toBe(0);
  expect(sure.gradient[1]).toBeGreaterThan(0); // what pushes the others down goes on
  expect(gradientOf("cross-entropy", 18).gradient[0]).toBeLessThan(-1e-8);
});

test("labelScale s makes mse's target s·(onehot − 1/M)", () => {
  const s = 2.5;
  let right = 0;
  for (let i = 0; i < 3; i++) {
    const row = [...logits.slice(i * classes, (i + 1) * classes)];
    const mean = row.reduce((a, b) => a + b) / classes;
    row.forEach((value, c) => {
      right += (value - mean - s * ((c === labels[i] ? 1 : 0) - 1 / classes)) ** 2 / 3;
    });
  }
  const gradient = new Float64Array(logits.length);
  expect(losses.mse(logits, labels, classes, gradient, s).loss).toBeCloseTo(right, 13);
  for (let i = 0; i < logits.length; i++) {
    const at = (by: number) =>
      losses.mse(logits.with(i, logits[i] + by), labels, classes, undefined, s).loss;
    expect(gradient[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 9);
  }
});
