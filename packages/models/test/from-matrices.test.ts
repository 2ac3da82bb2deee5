import { InputError } from "@grokscape/group-datasets";
import { fromMatrices } from "@grokscape/models";
import { buildReference } from "@grokscape/models/reference";
import { expect, test } from "vitest";

const shape = { operands: 2, vocabulary: 2, classes: 2 };
const matrix = (rows: number, columns: number, data: number[]) => ({ rows, columns, data });
const data = {
  count: 2,
  arity: 2,
  operands: Uint16Array.of(0, 1, 1, 1),
  labels: Uint16Array.of(1, 0),
};

test("real matrices become a network that computes with them", () => {
  const { model, weights } = fromMatrices(
    { hidden: matrix(4, 1, [1, 2, 3, 4]), top: matrix(1, 2, [1, -1]) },
    shape,
    { outputScale: 2 },
  );
  expect(model).toMatchObject({ kind: "mlp", width: 1, weights: "real", outputScale: 2 });
  // (1 + 4)² and (2 + 4)²
  expect(Array.from(buildReference(model, shape).forward(weights, data))).toEqual([
    50, -50, 72, -72,
  ]);
});

test("complex matrices too", () => {
  const hidden = { rows: 4, columns: 1, re: [1, 0, 0, 1], im: [0, 1, 0, 2] };
  const top = { rows: 1, columns: 2, re: [1, 0], im: [0, 1] };
  const { model, weights } = fromMatrices({ hidden, top }, shape);
  expect(model).toMatchObject({ width: 1, weights: "complex" });
  // z = 2 + 2i: z² = 8i; z = 1 + 3i: z² = −8 + 6i; real parts of z² and of i·z²
  expect(Array.from(buildReference(model, shape).forward(weights, data))).toEqual([0, -8, -8, -6]);
});

test.each([
  [
    matrix(3, 1, [1, 2, 3]),
    matrix(1, 2, [1, 1]),
    "W is 3×1 with 3 numbers; for this task it is 4×1",
  ],
  [
    matrix(4, 1, [1, 2, 3]),
    matrix(1, 2, [1, 1]),
    "W is 4×1 with 3 numbers; for this task it is 4×1",
  ],
  [
    matrix(4, 1, [1, 2, 3, 4]),
    matrix(2, 2, [1, 1, 1, 1]),
    "V is 2×2 with 4 numbers; for this task it is 1×2",
  ],
])("refuses matrices that do not fit", (hidden, top, words) => {
  const load = () => fromMatrices({ hidden, top }, shape);
  expect(load).toThrow(InputError);
  expect(load).toThrow(words);
});

test("refuses an activation that complex numbers do not have", () => {
  const hidden = { rows: 4, columns: 1, re: [1, 0, 0, 1], im: [0, 1, 0, 2] };
  const top = { rows: 1, columns: 2, re: [1, 0], im: [0, 1] };
  expect(() => fromMatrices({ hidden, top }, shape, { activation: "relu" })).toThrow(InputError);
});

test("refuses W and V of which one is complex", () => {
  const hidden = { rows: 4, columns: 1, re: [1, 0, 0, 1], im: [0, 1, 0, 2] };
  const mixed = { hidden, top: matrix(1, 2, [1, 1]) } as never;
  expect(() => fromMatrices(mixed, shape)).toThrow("one of W and V is complex");
});
