import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, makeGroup } from "../group/make-group.ts";

/**
 * The direct product: tuples, multiplied place by place. A tuple's number has the first factor as
 * its most significant digit.
 *
 * @throws InputError without factors, or if the product's order is too large
 */
export function directProduct(...factors: readonly FiniteGroup[]): FiniteGroup {
  if (factors.length === 0) {
    throw new InputError("a direct product of no groups", "give one factor or more");
  }
  const name = factors.map((factor) => factor.name).join(" × ");
  const order = factors.reduce((product, factor) => product * factor.order, 1);
  checkOrder(order, name);
  const parts = (element: number): number[] => {
    const tuple = new Array<number>(factors.length);
    let rest = element;
    for (let i = factors.length - 1; i >= 0; i--) {
      tuple[i] = rest % factors[i].order;
      rest = Math.floor(rest / factors[i].order);
    }
    return tuple;
  };
  const element = (tuple: readonly number[]): number =>
    factors.reduce((number, factor, i) => number * factor.order + tuple[i], 0);
  const tuples = Array.from({ length: order }, (_, a) => parts(a));
  return makeGroup({
    order,
    name,
    identity: element(factors.map((factor) => factor.identity)),
    multiply: (a, b) =>
      factors.reduce(
        (number, factor, i) => number * factor.order + factor.multiply(tuples[a][i], tuples[b][i]),
        0,
      ),
    label: (a) =>
      factors.length === 1
        ? factors[0].label(a)
        : `(${factors.map((factor, i) => factor.label(tuples[a][i])).join(", ")})`,
  });
}
