import {
  alternating,
  characterTable,
  dihedral,
  elementOrders,
  type FiniteGroup,
  irrepOrbit,
  irreps,
  symmetric,
} from "@grokscape/group-datasets";
import { short, writeFixture } from "./write.ts";

/** A dihedral group's table, the characters of a group that has complex ones, and what irreps of S₄ make of its elements. */
export function makeGroups(): void {
  const table = ({ order, name, table, label }: FiniteGroup) => ({
    order,
    name,
    table: Array.from(table),
    labels: Array.from({ length: order }, (_, a) => label(a)),
  });
  writeFixture("cayley", table(dihedral(6)));
  const group = alternating(4);
  const { degrees, classSizes, classOf, re, im } = characterTable(group);
  writeFixture("characters", {
    name: group.name,
    degrees: Array.from(degrees),
    classSizes: Array.from(classSizes),
    re: Array.from(re, short),
    im: Array.from(im, short),
    classNames: Array.from(degrees, (_, k) => group.label(classOf.indexOf(k))),
  });
  writeFixture("orbits", orbits(symmetric(4)));
}

/** The elements as points by each irrep of degree above 1; lines are an element of largest order. */
function orbits(group: FiniteGroup) {
  const orders = elementOrders(group);
  const x = orders.indexOf(Math.max(...orders));
  return {
    identity: group.identity,
    next: Array.from({ length: group.order }, (_, g) => group.multiply(x, g)),
    irreps: irreps(group).flatMap(({ degree }, k) => {
      if (degree === 1) return [];
      const { re, im } = irrepOrbit(group, k, x);
      const name = `χ${k}, d = ${degree}`;
      return [{ name, re: Array.from(re, short), im: Array.from(im, short) }];
    }),
  };
}
