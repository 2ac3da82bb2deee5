import { describe, expect, test } from "vitest";
import {
  cyclic,
  dihedral,
  elementOrders,
  type FiniteGroup,
  frobenius,
  InputError,
  irrepOrbit,
  irreps,
  quaternion,
  symmetric,
} from "../../src/index.ts";

const strongest = (group: FiniteGroup) => {
  const orders = elementOrders(group);
  return orders.indexOf(Math.max(...orders));
};

/** The angle by which x turns a point, and how much longer the point becomes. */
function turned(group: FiniteGroup, k: number, x: number, g: number) {
  const { re, im } = irrepOrbit(group, k, x);
  const to = group.multiply(x, g);
  const angle = Math.atan2(im[to], re[to]) - Math.atan2(im[g], re[g]);
  return {
    angle: (angle + 4 * Math.PI) % (2 * Math.PI),
    growth: Math.hypot(re[to], im[to]) - Math.hypot(re[g], im[g]),
  };
}

describe("irrepOrbit", () => {
  test.each([cyclic(7), dihedral(6), quaternion(), symmetric(4), frobenius(7, 3)])(
    "of $name: x turns the plane by one angle",
    (group) => {
      const x = strongest(group);
      for (const k of irreps(group).keys()) {
        const { angle } = turned(group, k, x, group.identity);
        for (let g = 0; g < group.order; g++) {
          const of = turned(group, k, x, g);
          expect(of.growth).toBeCloseTo(0, 9);
          expect(Math.cos(of.angle - angle)).toBeCloseTo(1, 9);
        }
      }
    },
  );

  test("of a clock winds the symbols around the circle, as often as the irrep says", () => {
    const turns = irreps(cyclic(7)).map((_, k) =>
      Math.round((7 * turned(cyclic(7), k, 1, 0).angle) / (2 * Math.PI)),
    );
    expect(turns.sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("keeps elements apart that a faithful irrep tells apart", () => {
    const group = symmetric(4);
    const k = irreps(group).findIndex(({ degree }) => degree === 3);
    const { re, im } = irrepOrbit(group, k, strongest(group));
    const radius = Math.max(...Array.from(re, (x, g) => Math.hypot(x, im[g])));
    for (let g = 0; g < group.order; g++) {
      for (let h = 0; h < g; h++) {
        expect(Math.hypot(re[g] - re[h], im[g] - im[h])).toBeGreaterThan(0.08 * radius);
      }
    }
  });

  test("names the irreps that there are", () => {
    expect(() => irrepOrbit(cyclic(3), 3, 1)).toThrow(InputError);
    expect(() => irrepOrbit(cyclic(3), 3, 1)).toThrow("Z_3 has no irrep 3");
  });
});
