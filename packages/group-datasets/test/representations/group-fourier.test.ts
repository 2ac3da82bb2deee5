import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  convolve,
  cyclic,
  dihedral,
  directProduct,
  groupFourier,
  InputError,
  inverseGroupFourier,
  isotypicProjector,
} from "../../src/index.ts";

const group = directProduct(dihedral(4), cyclic(3));
const values = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
  minLength: group.order,
  maxLength: group.order,
});

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(actual[i]).toBeCloseTo(expected[i], 9);
}

describe("groupFourier", () => {
  test("is undone by its inverse", () => {
    fc.assert(
      fc.property(values, values, (re, im) => {
        const f = { re: Float64Array.from(re), im: Float64Array.from(im) };
        const back = inverseGroupFourier(group, groupFourier(group, f));
        expectClose(back.re, re);
        expectClose(back.im, im);
      }),
      { numRuns: 20 },
    );
  });

  test("turns convolution into products", () => {
    fc.assert(
      fc.property(values, values, (f, g) => {
        const [F, G] = [groupFourier(group, f), groupFourier(group, g)];
        const transformed = groupFourier(group, convolve(group, f, g));
        for (const [k, block] of transformed.entries()) {
          const d = block.rows;
          for (let i = 0; i < d; i++) {
            for (let j = 0; j < d; j++) {
              let [x, y] = [0, 0];
              for (let l = 0; l < d; l++) {
                const [p, q] = [i * d + l, l * d + j];
                x += F[k].re[p] * G[k].re[q] - F[k].im[p] * G[k].im[q];
                y += F[k].re[p] * G[k].im[q] + F[k].im[p] * G[k].re[q];
              }
              expect(block.re[i * d + j]).toBeCloseTo(x, 8);
              expect(block.im[i * d + j]).toBeCloseTo(y, 8);
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("on Z_n is the discrete Fourier transform", () => {
    const n = 8;
    const f = [3, 1, 4, 1, 5, 9, 2, 6];
    const spectrum = groupFourier(cyclic(n), f).map(({ re, im }) => re[0] ** 2 + im[0] ** 2);
    const expected = Array.from({ length: n }, (_, k) => {
      const angle = (a: number) => (2 * Math.PI * k * a) / n;
      const x = f.reduce((sum, value, a) => sum + value * Math.cos(angle(a)), 0);
      const y = f.reduce((sum, value, a) => sum + value * Math.sin(angle(a)), 0);
      return x ** 2 + y ** 2;
    });
    const ascending = (a: number, b: number) => a - b;
    expectClose(spectrum.sort(ascending), expected.sort(ascending));
  });

  test("refuses functions and blocks of another group", () => {
    expect(() => groupFourier(group, [1, 2])).toThrow(InputError);
    expect(() => convolve(group, [1, 2], new Float64Array(24))).toThrow(
      /2 values; it needs 24 values/,
    );
    expect(() => inverseGroupFourier(group, groupFourier(cyclic(3), [1, 2, 3]))).toThrow(
      InputError,
    );
  });
});

describe("isotypicProjector", () => {
  const { order } = group;
  const count = groupFourier(group, new Float64Array(order)).length;
  const projectors = Array.from({ length: count }, (_, k) => isotypicProjector(group, k));

  test("keeps the k-th Fourier block and no other", () => {
    const f = Float64Array.from({ length: order }, (_, a) => ((a * a * 7 + a) % 11) - 5);
    for (const [k, { re, im }] of projectors.entries()) {
      const image = { re: new Float64Array(order), im: new Float64Array(order) };
      for (let a = 0; a < order; a++) {
        for (let b = 0; b < order; b++) {
          image.re[a] += re[a * order + b] * f[b];
          image.im[a] += im[a * order + b] * f[b];
        }
      }
      const whole = groupFourier(group, f);
      for (const [l, block] of groupFourier(group, image).entries()) {
        expectClose(block.re, l === k ? whole[l].re : block.re.map(() => 0));
        expectClose(block.im, l === k ? whole[l].im : block.im.map(() => 0));
      }
    }
  });

  test("is Hermitian and idempotent; all add up to the identity", () => {
    const sum = new Float64Array(order * order);
    for (const { re, im } of projectors) {
      for (let i = 0; i < order; i++) {
        for (let j = 0; j < order; j++) {
          const at = i * order + j;
          sum[at] += re[at];
          expect(re[at]).toBeCloseTo(re[j * order + i], 12);
          expect(im[at]).toBeCloseTo(-im[j * order + i], 12);
          let [x, y] = [0, 0];
          for (let k = 0; k < order; k++) {
            const [p, q] = [i * order + k, k * order + j];
            x += re[p] * re[q] - im[p] * im[q];
            y += re[p] * im[q] + im[p] * re[q];
          }
          expect(x).toBeCloseTo(re[at], 12);
          expect(y).toBeCloseTo(im[at], 12);
        }
      }
    }
    expectClose(
      sum,
      Array.from({ length: order * order }, (_, at) => (at % (order + 1) === 0 ? 1 : 0)),
    );
  });

  test("refuses an irrep that does not exist", () => {
    expect(() => isotypicProjector(group, count)).toThrow(InputError);
  });
});
