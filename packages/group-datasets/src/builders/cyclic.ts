import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter, makeGroup } from "../group/make-group.ts";

/**
 * Z_n: the numbers 0 … n − 1 under addition modulo n.
 *
 * @throws InputError unless n is a whole number from 1 to the largest order
 */
export function cyclic(n: number): FiniteGroup {
  checkParameter("cyclic", n);
  const name = `Z_${n}`;
  checkOrder(n, name);
  return makeGroup({
    order: n,
    name,
    identity: 0,
    generators: [1 % n],
    multiply: (a, b) => (a + b) % n,
    label: (a) => `${a}`,
  });
}
