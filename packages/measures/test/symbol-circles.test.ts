import { expect, test } from "vitest";
import { symbolCircles } from "../src/index.ts";

const order = 11;
const angle = (k: number, g: number) => (2 * Math.PI * k * g) / order;
const layer = (width: number, of: (g: number, node: number) => number) => ({
  shape: [order, width],
  data: Float64Array.from({ length: order * width }, (_, i) =>
    of(Math.floor(i / width), i % width),
  ),
});
/** Numbers in [-1, 1] without any order. */
const noise = (seed: number) => {
  const mixed = Math.imul(Math.imul(seed + 1, 0x9e3779b1) ^ ((seed + 1) << 13), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) / 2 ** 31;
};
/** Waves of frequency 3 and 4 in turn, those of 4 the stronger; every third node is noise. */
const waves = layer(12, (g, node) =>
  node % 3 === 2
    ? 0.1 * noise(g * 12 + node)
    : (node % 3 === 0 ? 1 : 2) * Math.cos(angle(3 + (node % 3), g) + node) + 5,
);

test("symbols stand on the circle of the frequency that a few nodes hold most of", () => {
  const { frequency, nodes, share, circles } = symbolCircles([waves, waves], 4);
  expect(frequency).toBe(4);
  expect(share).toBeCloseTo(1, 10);
  expect(nodes.toSorted((a, b) => a - b)).toEqual([1, 4, 7, 10]);
  const phases = nodes.map((node) => Math.atan2(Math.sin(-node), Math.cos(-node)));
  expect(phases).toEqual(phases.toSorted((a, b) => a - b));
  expect(circles).toHaveLength(2);
  const onlyTwo = layer(2, (g, node) => Math.cos(angle(4, g) + (node * Math.PI) / 2));
  const [{ re, im }] = symbolCircles([onlyTwo], 2).circles;
  for (let g = 0; g < order; g++) {
    expect(re[g]).toBeCloseTo(Math.cos(angle(4, g)), 10);
    expect(im[g]).toBeCloseTo(Math.sin(angle(4, g)), 10);
  }
});

test("of weights without order there is no circle, however many nodes there are", () => {
  const width = 400;
  const [{ re, im }] = symbolCircles(
    [layer(width, (g, node) => noise(g * width + node))],
    width,
  ).circles;
  const out = Array.from(re, (x, g) => Math.hypot(x, im[g]));
  expect(out.reduce((sum, length) => sum + length, 0) / order).toBeLessThan(0.25);
});

test("nothing is wound where all weights are 0; layers must match", () => {
  const zero = layer(2, () => 0);
  const { share, circles } = symbolCircles([zero], 2);
  expect(share).toBe(0);
  expect(circles[0].re.every((x) => x === 0)).toBe(true);
  expect(
    symbolCircles([waves, { ...zero, shape: [order, 12], data: new Float64Array(order * 12) }], 4)
      .frequency,
  ).toBe(4);
  expect(() => symbolCircles([], 4)).toThrow("there are no layers");
  expect(() => symbolCircles([waves, zero], 4)).toThrow("layer 1 is 11 × 2; layer 0 is 11 × 12");
  expect(() => symbolCircles([{ shape: [2, 1], data: new Float64Array(2) }], 4)).toThrow(
    "a circle of 2 symbols",
  );
  expect(() => symbolCircles([waves], 0)).toThrow("most must be a whole number ≥ 1, got 0");
});
