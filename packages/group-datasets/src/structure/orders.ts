import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";

/** Order of each element: the least k ≥ 1 with aᵏ = e. */
export function elementOrders(group: FiniteGroup): Uint16Array {
  checkGroup(group);
  const orders = new Uint16Array(group.order);
  orders[group.identity] = 1;
  for (let a = 0; a < group.order; a++) {
    if (orders[a] > 0) continue;
    const powers = [a];
    for (let b = a; b !== group.identity; powers.push(b)) b = group.multiply(b, a);
    // aʲ has the order of a divided by what j shares with it
    for (const [i, b] of powers.entries()) orders[b] = powers.length / gcd(powers.length, i + 1);
  }
  return orders;
}

/** Least e ≥ 1 with aᵉ = e for every a: the least common multiple of the element orders. */
export function exponent(group: FiniteGroup): number {
  return elementOrders(group).reduce((lcm, order) => (lcm / gcd(lcm, order)) * order, 1);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Whether a·b = b·a for all a and b. */
export function isAbelian(group: FiniteGroup): boolean {
  checkGroup(group);
  const { order, table } = group;
  for (let a = 0; a < order; a++) {
    for (let b = a + 1; b < order; b++) {
      if (table[a * order + b] !== table[b * order + a]) return false;
    }
  }
  return true;
}
