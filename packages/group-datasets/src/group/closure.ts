import { InputError } from "../errors.ts";
import type { FiniteGroup } from "./finite-group.ts";
import { checkOrder, groupOfTable, maximumOrder, tableFrom } from "./make-group.ts";

interface Closure<Element> {
  readonly name: string;
  readonly identity: Element;
  readonly generators: readonly Element[];
  readonly multiply: (a: Element, b: Element) => Element;
  /** Different for different elements. */
  readonly key: (a: Element) => string;
  /** Orders the elements; the identity comes first all the same. */
  readonly compare: (a: Element, b: Element) => number;
  readonly label: (a: Element) => string;
}

/**
 * The group that generators make, such as permutations or matrices. Only products with generators
 * are computed; the table follows from them.
 *
 * @throws InputError if there are more elements than a group may have here
 */
export function closure<Element>({
  name,
  identity,
  generators,
  multiply,
  key,
  compare,
  label,
}: Closure<Element>): FiniteGroup {
  const known = new Map([[key(identity), identity]]);
  for (const a of known.values()) {
    for (const g of generators) {
      const product = multiply(a, g);
      known.set(key(product), product);
    }
    if (known.size > maximumOrder) {
      const hint = `a group may have ${maximumOrder}, whose Cayley table takes ${Math.ceil((2 * maximumOrder ** 2) / 1e6)} MB`;
      throw new InputError(`${name} has more than ${maximumOrder} elements`, hint);
    }
  }
  known.delete(key(identity));
  const elements = [identity, ...[...known.values()].sort(compare)];
  const order = elements.length;
  checkOrder(order, name);
  const index = new Map(elements.map((a, i) => [key(a), i]));
  const timesGenerator = generators.map((g) =>
    Uint16Array.from(elements, (a) => index.get(key(multiply(a, g))) as number),
  );
  return groupOfTable({
    order,
    name,
    identity: 0,
    table: tableFrom(timesGenerator, order, 0),
    label: (a) => label(elements[a]),
  });
}
