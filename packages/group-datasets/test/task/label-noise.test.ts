import { describe, expect, test } from "vitest";
import { corruptLabels, InputError, labelNoise, split, task } from "../../src/index.ts";

const clean = task("cyclic:31");
const changed = (noisy: typeof clean) =>
  Array.from({ length: clean.size }, (_, i) => i).filter(
    (i) => noisy.example(i).label !== clean.example(i).label,
  );

describe("corruptLabels", () => {
  test("gives exactly that share a wrong label, by any seed", () => {
    for (const seed of [0, 1, 2 ** 32 - 1]) {
      expect(changed(corruptLabels(clean, { fraction: 0.2, seed })).length).toBe(192); // 0.2·961
    }
    expect(changed(corruptLabels(clean, { fraction: 1, seed: 0 })).length).toBe(961);
    expect(changed(corruptLabels(clean, { fraction: 0, seed: 0 }))).toEqual([]);
  });

  test("changes what is shown and leaves what is held out, if told so", () => {
    const { train } = split(clean, { fraction: 0.4, seed: 3 });
    const wrong = changed(corruptLabels(clean, { fraction: 0.5, seed: 3, among: train }));
    expect(wrong.length).toBe(Math.floor(train.length / 2));
    expect(wrong.every((index) => train.includes(index))).toBe(true);
  });

  test("draws every wrong class about equally often", () => {
    const noisy = corruptLabels(clean, { fraction: 1, seed: 9 });
    const shifts = new Map<number, number>();
    for (let i = 0; i < clean.size; i++) {
      const shift = (noisy.example(i).label - clean.example(i).label + 31) % 31;
      shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
    }
    const expected = 961 / 30;
    const chi = [...shifts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(shifts.has(0)).toBe(false);
    expect(chi).toBeLessThan(85); // 29 degrees of freedom: 85 but for one seed in five million
  });
});

describe("labelNoise", () => {
  test("redraws each label with its probability, the right one among them", () => {
    const count = changed(labelNoise(clean, { probability: 0.5, seed: 4 })).length;
    const expected = 961 * 0.5 * (30 / 31); // standard deviation 15.5
    expect(Math.abs(count - expected)).toBeLessThan(78);
  });
});

test.each([-0.1, 1.5, Number.NaN])("a share of %d is refused", (share) => {
  expect(() => corruptLabels(clean, { fraction: share, seed: 0 })).toThrow(InputError);
  expect(() => labelNoise(clean, { probability: share, seed: 0 })).toThrow("outside [0, 1]");
});

test("examples that do not exist are refused", () => {
  expect(() => corruptLabels(clean, { fraction: 0.5, seed: 0, among: [961] })).toThrow(
    "no example 961",
  );
});
