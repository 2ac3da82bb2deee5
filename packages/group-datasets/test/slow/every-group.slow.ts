import { describe, expect, test } from "vitest";
import {
  affine,
  alternating,
  fromCayleyTable,
  heisenberg,
  identify,
  smallGroup,
  smallGroupCount,
  specialLinear,
  symmetric,
} from "../../src/index.ts";
import { relabelled } from "../catalog.ts";
import { deviations, realDeviations } from "../representations/laws.ts";

const orders = Array.from({ length: 127 }, (_, i) => i + 1);

describe.each(orders)("every group of order %i", (order) => {
  const ids = Array.from({ length: smallGroupCount(order) }, (_, i) => i + 1);

  test("is a group whose irreps keep the laws to 1e-9", () => {
    for (const id of ids) {
      const group = fromCayleyTable(smallGroup(order, id).table);
      for (const each of [deviations(group), realDeviations(group)]) {
        for (const [law, deviation] of Object.entries(each)) {
          expect(deviation, `${law} of SmallGroup(${order}, ${id})`).toBeLessThan(1e-9);
        }
      }
    }
  });

  test("is found again under other numbers", () => {
    for (const id of ids) {
      expect(identify(relabelled(smallGroup(order, id), id))).toEqual({ order, id });
    }
  });
});

test.each([
  specialLinear(3, 2),
  heisenberg(7),
  alternating(6),
  affine(27),
  specialLinear(2, 7),
  symmetric(6),
])("the irreps of $name, of order $order, keep the laws to 1e-9", (group) => {
  for (const each of [deviations(group), realDeviations(group)]) {
    for (const [law, deviation] of Object.entries(each)) expect(deviation, law).toBeLessThan(1e-9);
  }
});
