import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter, makeGroup } from "../group/make-group.ts";
import { powerLabel } from "../text/superscript.ts";

/**
 * D_n, order 2n: the symmetries of a regular n-gon. Element k is the rotation rᵏ for k < n, and
 * rᵏ⁻ⁿs, a reflection, from n on; s·r = r⁻¹·s.
 *
 * @throws InputError unless n is a whole number from 1 to half the largest order
 */
export function dihedral(n: number): FiniteGroup {
  checkParameter("dihedral", n);
  const name = `D_${n}`;
  checkOrder(2 * n, name);
  return makeGroup({
    order: 2 * n,
    name,
    identity: 0,
    generators: [1 % n, n],
    multiply(a, b) {
      const [i, reflected] = [a % n, a >= n];
      const j = b % n;
      const turn = reflected ? (i - j + n) % n : (i + j) % n;
      return reflected === b >= n ? turn : turn + n;
    },
    label: (a) => powerLabel("r", a % n, a >= n ? "s" : ""),
  });
}
