import { cyclic, dihedral, directProduct } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { featureKinds } from "../../src/index.ts";
import { groupOf, oracleGroups } from "../vectors.ts";

const letters = { real: "R", complex: "C", quaternionic: "H" };

test.each(oracleGroups)("the real irreps of $name are those of the oracle", (oracle) => {
  const kinds = featureKinds(groupOf(oracle)).map(({ degree, type, realDimension, count }) =>
    [degree, type, realDimension, count].join(),
  );
  const expected = oracle.localMaxima.map(({ dim, type, realDim, count }) =>
    [dim, letters[type], realDim, count].join(),
  );
  expect(kinds.sort()).toEqual(expected.sort());
});

test.each([cyclic(12), directProduct(cyclic(2), cyclic(2), cyclic(9)), dihedral(7), dihedral(8)])(
  "the squares of the degrees fill the group: $name",
  (group) => {
    const dimensions = featureKinds(group).map(
      ({ degree, type, count }) => (type === "C" ? 2 : 1) * count * degree ** 2,
    );
    expect(dimensions.reduce((a, b) => a + b)).toBe(group.order - 1);
  },
);

test("smallest real dimension first", () => {
  expect(featureKinds(dihedral(6)).map((kind) => kind.realDimension)).toEqual([1, 2]);
  expect(featureKinds(cyclic(1))).toEqual([]);
});
