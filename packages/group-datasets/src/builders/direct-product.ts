import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, isKnown, makeGroup } from "../group/make-group.ts";
import { words } from "../structure/generators.ts";
import { seen } from "../text/seen.ts";

/**
 * The direct product: tuples, multiplied place by place. A tuple's number has the first factor as
 * its most significant digit.
 *
 * @throws InputError without factors, if one is no group of this package, or if the product's order is
 *   too large
 */
export function directProduct(...factors: readonly FiniteGroup[]): FiniteGroup {
  if (factors.length === 0) {
    throw new InputError("a direct product of no groups", "give one factor or more");
  }
  for (const factor of factors) {
    if (isKnown(factor)) continue;
    throw new InputError(
      `a factor of a direct product is ${seen(factor)}`,
      "give groups, one made by hand as fromCayleyTable(group.table)",
    );
  }
  const name = factors.map((factor) => factor.name).join(" × ");
  const order = factors.reduce((product, factor) => product * factor.order, 1);
  checkOrder(order, name);
  let place = order;
  const places = factors.map((factor) => {
    place /= factor.order;
    return place;
  });
  const part = (element: number, i: number): number =>
    Math.floor(element / places[i]) % factors[i].order;
  const sum = (digit: (factor: FiniteGroup, i: number) => number): number =>
    factors.reduce((total, factor, i) => total + digit(factor, i) * places[i], 0);
  const identity = sum((factor) => factor.identity);
  return makeGroup({
    order,
    name,
    identity,
    generators: factors.flatMap((factor, i) =>
      words(factor).generators.map((g) => identity + (g - factor.identity) * places[i]),
    ),
    multiply: (a, b) => sum((factor, i) => factor.multiply(part(a, i), part(b, i))),
    label: (a) =>
      factors.length === 1
        ? factors[0].label(a)
        : `(${factors.map((factor, i) => factor.label(part(a, i))).join(", ")})`,
  });
}
