import fc from "fast-check";
import { expect, test } from "vitest";
import { finiteField, InputError } from "../../src/index.ts";

test.each([2, 3, 4, 5, 7, 8, 9, 16, 25, 27, 32, 49, 64, 81, 128, 243, 256])(
  "the field with %i elements keeps the axioms",
  (q) => {
    const { add, multiply, power, characteristic } = finiteField(q);
    const element = fc.nat(q - 1);
    fc.assert(
      fc.property(element, element, element, (a, b, c) => {
        expect(add(a, b)).toBe(add(b, a));
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toBe(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)));
        expect([add(a, 0), multiply(a, 1), multiply(a, 0)]).toEqual([a, a, 0]);
        expect(power(a, q)).toBe(a);
        if (a > 0 && b > 0) expect(multiply(a, b)).toBeGreaterThan(0);
      }),
    );
    let sum = 0;
    for (let i = 0; i < characteristic; i++) sum = add(sum, 1);
    expect(sum).toBe(0);
  },
);

test("the field with 4 elements is the one in every book", () => {
  const { multiply, label } = finiteField(4);
  const x = 2;
  expect([multiply(x, x), multiply(x, 3), multiply(3, 3)]).toEqual([3, 1, 2]); // x² = x + 1
  expect([0, 1, 2, 3].map(label)).toEqual(["0", "1", "x", "x+1"]);
});

test.each([0, 1, 6, 12, 2.5, 8193, Number.NaN])("there is no field with %d elements", (q) => {
  expect(() => finiteField(q)).toThrow(InputError);
});
