import {
  cyclic,
  dicyclic,
  type FiniteGroup,
  isotypicProjector,
  realIrreps,
  symmetric,
} from "@grokscape/group-datasets";
import { weightSpectrum } from "@grokscape/measures";
import { expect, test } from "vitest";
import { randomTensor } from "./tiny.ts";

/** ‖ΠW‖² by the projector onto an irrep itself. */
function projectedSquare(group: FiniteGroup, k: number, column: readonly number[]): number {
  const { re, im } = isotypicProjector(group, k);
  const { order } = group;
  return column.reduce((sum, _, g) => {
    const part = (of: Float64Array) => column.reduce((s, w, h) => s + of[g * order + h] * w, 0);
    return sum + part(re) ** 2 + part(im) ** 2;
  }, 0);
}

test.each([cyclic(6), symmetric(3), dicyclic(2)])(
  "$name: it is the part of W in each irrep",
  (group) => {
    const { order } = group;
    const W = randomTensor([2 * order, 3], 1);
    const halves = [0, 1, 2].flatMap((j) =>
      [0, order].map((from) => Array.from({ length: order }, (_, g) => W.data[(from + g) * 3 + j])),
    );
    const total = Array.from(W.data).reduce((sum, w) => sum + w * w, 0);
    const expected = realIrreps(group).map(({ rows }) =>
      rows.reduce((sum, k) => {
        return sum + halves.reduce((s, half) => s + projectedSquare(group, k, half), 0) / total;
      }, 0),
    );
    const found = weightSpectrum(group, W);
    expect(found).toHaveLength(expected.length);
    for (const [k, share] of found.entries()) expect(share).toBeCloseTo(expected[k], 12);
  },
);

test("of no weight every share is 0; other rows than a group's are refused", () => {
  const zero = (rows: number) => ({ shape: [rows, 1], data: new Float32Array(rows) });
  expect(weightSpectrum(cyclic(3), zero(6))).toEqual([0, 0]);
  expect(() => weightSpectrum(cyclic(3), zero(5))).toThrow("W has 5 rows; ");
});
