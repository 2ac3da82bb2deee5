import { cyclic, dihedral, type FiniteGroup, irrepOrbit } from "@grokscape/group-datasets";
import { irrepOrbits, irrepOrbitsTable, type OrbitsRecord } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page } from "../found.ts";

const orbitsOf = (group: FiniteGroup, x: number, rows: readonly number[]): OrbitsRecord => ({
  identity: group.identity,
  next: Array.from({ length: group.order }, (_, g) => group.multiply(x, g)),
  irreps: rows.map((k) => ({ name: `χ${k}`, ...irrepOrbit(group, k, x) })),
});

test("lines lead once around a clock, and have a colour for each coset elsewhere", () => {
  const draw = (record: OrbitsRecord) => find(irrepOrbits(record, { document: page() }));
  const clock = draw(orbitsOf(cyclic(5), 1, [1, 2]));
  expect(clock.marks("line")).toHaveLength(2);
  // a line from point to point, and back to the first
  expect(clock.marks("line")[0]!.getAttribute("d")!.match(/[ML]/g)).toHaveLength(6);
  expect(clock.marks("elements")[0]!.getAttribute("d")!.match(/M/g)).toHaveLength(5);
  expect(clock.desc).not.toContain("cosets");
  const rotations = draw(orbitsOf(dihedral(5), 1, [2]));
  expect(rotations.marks("line")).toHaveLength(2);
  expect(rotations.desc).toContain("2 cosets");
});

test("the table says how many elements an irrep tells apart, and by how much a line turns", () => {
  const table = irrepOrbitsTable(orbitsOf(cyclic(6), 1, [0, 1]), { document: page() });
  const rows = cellsOf(table);
  expect(rows[0]).toEqual(["χ0", "1", "0°"]);
  expect(rows[1]!.slice(1)).toEqual(["6", expect.stringMatching(/^(60|300)°$/)]);
});

test("refuses points or lines that do not match", () => {
  const refused = (change: Partial<OrbitsRecord>) => () =>
    irrepOrbits({ ...orbitsOf(cyclic(3), 1, [1]), ...change }, { document: page() });
  expect(refused({ next: [1, 2, 2] })).toThrow("lead to each of 3 elements once");
  expect(refused({ identity: 3 })).toThrow("identity is one of 0 to 2; got 3");
  expect(refused({ next: [1, 0] })).toThrow('2 elements need as many points; "χ1" has 3 and 3');
});
