import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { taskFamilies } from "../../src/index.ts";
import { groupFamilies } from "../../src/task/families/groups.ts";
import { conformance } from "../../src/testing/index.ts";

/** Members beyond each family's example. */
const more: Readonly<Record<string, readonly string[]>> = {
  cyclic: ["cyclic:2", "cyclic:71"],
  product: ["product:4,7", "product:2,2,9"],
  dihedral: ["dihedral:1", "dihedral:12"],
  dicyclic: ["dicyclic:1", "dicyclic:5"],
  symmetric: ["symmetric:5"],
  alternating: ["alternating:5"],
  heisenberg: ["heisenberg:3"],
  affine: ["affine:7", "affine:8"],
  "special-linear": ["sl:2,5", "special-linear:3,2"],
  "general-linear": ["gl:2,3"],
  small: ["small:2,1", "small:60,5", "small:96,231"],
  division: ["division:quaternion", "division:small:21,1"],
  "modular-division": ["modular-division:2", "modular-division:31"],
  conjugation: ["conjugation:symmetric:4"],
  commutator: ["commutator:symmetric:4"],
  fold: ["fold:2:cyclic:7", "fold:4:quaternion"],
  word: ["word:ab:cyclic:7", "word:abcABC:symmetric:3"],
  cosets: ["cosets:1:alternating:5", "cosets:1,3:symmetric:4"],
  expression: ["expression:97,x+y", "expression:12,3x^2y-z(x-1)"],
  "field-addition": ["field-addition:2", "field-addition:64", "field-addition:97"],
  "field-multiplication": ["field-multiplication:2", "field-multiplication:81"],
  power: [
    "add-mod-97",
    "subtract-mod-97",
    "divide-mod-97",
    "divide-odd-subtract-even-mod-97",
    "x2+y2-mod-97",
    "x2+xy+y2+x-mod-97",
    "x3+xy-mod-97",
    "x3+xy2+y-mod-97",
    "product-s5",
    "conjugate-s5",
    "xyx-s5",
  ].map((name) => `power:${name}`),
  parity: ["parity:10,3", "parity:12,1,5"],
  "latin-square": ["latin-square:5,3", "latin-square:31,1"],
  "random-table": ["random-table:31,1"],
  noise: ["noise:0.5,7:division:dihedral:5", "noise:0.1:noise:0.1:cyclic:7"],
  corrupted: ["corrupted:0.25,7:parity:6,2"],
  "two-operations": [
    "two-operations:dihedral:5~word:ba:dihedral:5",
    "two-operations:modular-division:7~noise:0.1:modular-division:7",
  ],
  "separate-operations": ["separate-operations:fold:3:cyclic:4~word:abC:cyclic:4"],
};

describe.each(taskFamilies)("the family $id", (family) => {
  const checks = conformance(family, { ids: more[family.id], families: taskFamilies });
  test.each(checks)("$name", ({ run }) => run());
});

test("each family that is not of groups is a folder named after it, and each folder a family", () => {
  const folders = readdirSync(new URL("../../src/task/families/", import.meta.url), {
    withFileTypes: true,
  });
  const named = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const others = taskFamilies.filter((family) => !groupFamilies.includes(family));
  expect(others.map(({ id }) => id).sort()).toEqual(named.sort());
});
