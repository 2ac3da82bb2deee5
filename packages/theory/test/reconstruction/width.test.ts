import { cyclic, dihedral } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { featureKinds, realReconstructionWidth, reconstructionWidth } from "../../src/index.ts";
import { groupOf, oracleGroups, vectors } from "../vectors.ts";

test.each(Object.entries<{ bound: number }>(vectors.reconstruction.complexNodes))(
  "Theorem 3's width for %s",
  (name, { bound }) => {
    const oracle = oracleGroups.find((group) => group.name === name)!;
    expect(reconstructionWidth(featureKinds(groupOf(oracle)))).toBe(bound);
  },
);

test("an abelian group needs 2M − 2, with a frequency to every 4 nodes in the real construction", () => {
  for (const order of [5, 7, 31, 71]) {
    const kinds = featureKinds(cyclic(order));
    expect(reconstructionWidth(kinds)).toBe(2 * order - 2);
    expect(realReconstructionWidth(kinds)).toBe(
      ((order - 1) / 2) * vectors.reconstruction.realMinimalPerFrequency,
    );
  }
});

test("d³ real nodes give the matrix entries of a real irrep of degree d", () => {
  const n = 5;
  const group = dihedral(n);
  const rho = (g: number, i: number, j: number) => {
    const angle = (2 * Math.PI * (g % n)) / n;
    const turn = [
      [Math.cos(angle), -Math.sin(angle)],
      [Math.sin(angle), Math.cos(angle)],
    ];
    return turn[i][j] * (g >= n && j === 1 ? -1 : 1);
  };
  let nodes = 0;
  for (const i of [0, 1]) {
    for (const j of [0, 1]) {
      nodes += 2;
      for (let g = 0; g < 2 * n; g++) {
        for (let h = 0; h < 2 * n; h++) {
          const squares = [0, 1].reduce((sum, l) => sum + (rho(g, i, l) + rho(h, l, j)) ** 2, 0);
          expect(squares).toBeCloseTo(2 + 2 * rho(group.multiply(g, h), i, j), 10);
        }
      }
    }
  }
  // two irreps of degree 2, and the sign
  expect(realReconstructionWidth(featureKinds(group))).toBe(2 * nodes + 1);
});
