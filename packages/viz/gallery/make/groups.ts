import { alternating, characterTable, dihedral, type FiniteGroup } from "@grokscape/group-datasets";
import { short, writeFixture } from "./write.ts";

/** A dihedral group's table, and the characters of a group that has complex ones. */
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
}
