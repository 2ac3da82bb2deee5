import { expect, test } from "vitest";
import { rootsOfUnity } from "../../src/numerics/roots-of-unity.ts";

test.each([1, 2, 3, 7, 8, 12, 97, 360, 8192])(
  "the %i-th roots of unity mirror one another",
  (n) => {
    const { re, im } = rootsOfUnity(n);
    let worst = 0;
    for (let k = 0; k < n; k++) {
      const angle = (2 * Math.PI * k) / n;
      const mirrored = (n - k) % n;
      worst = Math.max(worst, Math.abs(re[k] - Math.cos(angle)), Math.abs(im[k] - Math.sin(angle)));
      if (re[mirrored] !== re[k] || im[mirrored] !== 0 - im[k]) expect.fail(`${k} does not`);
    }
    expect(worst).toBeLessThan(2e-15);
  },
);

test("roots of unity are exact where they are 0, ±½ or ±1", () => {
  const { re, im } = rootsOfUnity(12);
  expect([0, 2, 3, 4, 6, 8, 9, 10].map((k) => re[k])).toEqual([1, 0.5, 0, -0.5, -1, -0.5, 0, 0.5]);
  expect([0, 1, 3, 5, 6, 7, 9, 11].map((k) => im[k])).toEqual([0, 0.5, 1, 0.5, 0, -0.5, -1, -0.5]);
});

test("roots of unity are as near as they can be", () => {
  // √½, √¾ and (√5 ± 1)/4, from the square roots that every engine rounds alike
  expect(rootsOfUnity(8).re[1]).toBe(Math.SQRT1_2);
  expect(rootsOfUnity(12).re[1]).toBe(Math.sqrt(0.75));
  expect(rootsOfUnity(5).re[1]).toBe((Math.sqrt(5) - 1) / 4);
  expect(rootsOfUnity(5).re[2]).toBe(-(Math.sqrt(5) + 1) / 4);
});
