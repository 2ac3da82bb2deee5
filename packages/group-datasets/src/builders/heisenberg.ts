import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter, makeGroup } from "../group/make-group.ts";

/**
 * The Heisenberg group modulo p, order p³: matrices [1 a c; 0 1 b; 0 0 1]. Element (a·p + b)·p + c.
 *
 * @param p any whole number from 2; a prime gives the extraspecial group of exponent p (p odd)
 * @throws InputError if p is no such number, or too large
 */
export function heisenberg(p: number): FiniteGroup {
  checkParameter("heisenberg", p, 2);
  const name = `Heis(${p})`;
  const order = p * p * p;
  checkOrder(order, name);
  const entries = (x: number) => [Math.floor(x / (p * p)), Math.floor(x / p) % p, x % p];
  return makeGroup({
    order,
    name,
    identity: 0,
    generators: [p * p, p],
    multiply(x, y) {
      const [a, b, c] = entries(x);
      const [d, e, f] = entries(y);
      return (((a + d) % p) * p + ((b + e) % p)) * p + ((c + f + a * e) % p);
    },
    label(x) {
      const [a, b, c] = entries(x);
      return `[1 ${a} ${c}; 0 1 ${b}; 0 0 1]`;
    },
  });
}
