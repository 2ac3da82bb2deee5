import { InputError } from "@grokscape/group-datasets";
import {
  checkModel,
  fromMatrices,
  initialise,
  type ModelSpec,
  maximumWeights,
  mlp,
  transformer,
  weightCount,
  weightLayout,
} from "@grokscape/models";
import { buildReference } from "@grokscape/models/reference";
import { expect, test } from "vitest";
import { shape } from "./definitions.ts";

/** What JavaScript may hand over in place of anything. */
const values: readonly unknown[] = [
  null,
  true,
  "",
  "real",
  "__proto__",
  0,
  -0,
  -1,
  2.5,
  1e9,
  1e308,
  5e-324,
  Number.NaN,
  Infinity,
  7n,
  Symbol("s"),
  [],
  [4],
  {},
  { toString: null },
  Object.create(null),
  () => 4,
];

const makers: readonly (readonly [kind: string, make: (changes: object) => ModelSpec])[] = [
  ["mlp", (changes) => mlp({ width: 128, ...changes })],
  ["transformer", (changes) => transformer(changes)],
];

/** Runs it; the one error it may end in is an InputError in one line that starts with one of these. */
function usableOrRefused(use: () => unknown, starts: readonly string[]): void {
  try {
    use();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { message } = error as Error;
    expect(message).not.toContain("\n");
    expect(
      starts.some((start) => message.startsWith(start)),
      message,
    ).toBe(true);
  }
}

test.each(makers)("any field of an %s is usable, or refused by its name", (_kind, make) => {
  for (const field of Object.keys(make({}))) {
    const starts = [
      `model.${field} must be `,
      "model does not know ",
      "heads ",
      "the network has ",
    ];
    for (const value of values) {
      usableOrRefused(() => weightLayout(make({ [field]: value }), shape), starts);
    }
  }
});

test("an undefined field counts as not given", () => {
  for (const field of Object.keys(transformer())) {
    expect(transformer({ [field]: undefined })).toEqual(transformer());
  }
  for (const field of Object.keys(mlp({ width: 4 })).filter((name) => name !== "width")) {
    expect(mlp({ width: 4, [field]: undefined })).toEqual(mlp({ width: 4 }));
  }
});

test("any value in place of a spec, a task, changes or matrices is refused", () => {
  const column = { rows: 10, columns: 1, data: new Float64Array(10) };
  const network = { hidden: column, top: { rows: 1, columns: 5, data: new Float64Array(5) } };
  for (const value of values as never[]) {
    for (const use of [mlp, transformer, checkModel]) usableOrRefused(() => use(value), ["model"]);
    usableOrRefused(() => initialise(value, shape, 1), ["model"]);
    const spec = mlp({ width: 2 });
    for (const use of [weightLayout, weightCount, buildReference, initialise]) {
      usableOrRefused(() => use(spec, value, 1), ["task"]);
      for (const field of Object.keys(shape)) {
        const start = `task.${field} must be `;
        usableOrRefused(() => use(spec, { ...shape, [field]: value }, 1), [start]);
      }
    }
    usableOrRefused(() => fromMatrices(value, shape), ["network"]);
    usableOrRefused(() => fromMatrices({ ...network, hidden: value }, shape), ["network.hidden"]);
    usableOrRefused(() => fromMatrices({ ...network, top: value }, shape), ["network.top"]);
    usableOrRefused(() => fromMatrices(network, shape, value), ["changes", "model"]);
    for (const field of ["rows", "columns", "data"] as const) {
      const top = { ...network.top, [field]: value };
      usableOrRefused(() => fromMatrices({ ...network, top }, shape), ["V is", "network.top"]);
    }
  }
});

test.each([
  [{ width: 1e9 }, "model.width must be ≤ 16777216, got 1000000000"],
  [{ hiddenLayers: 1e9 }, "model.hiddenLayers must be ≤ 1024, got 1000000000"],
  [{ hiddenLayers: -0 }, "model.hiddenLayers must be ≥ 0, got -0"],
  [{ topInit: -0 }, "model.topInit must be ≥ 0, got -0"],
  [{ initScale: Infinity }, "model.initScale must be finite, got Infinity"],
  [{ activation: "power:1000000000" }, "model.activation must be power:<q> with a whole number"],
  [{ activation: "power:02" }, 'model.activation must be written power:2, got "power:02"'],
  [{ kind: "rnn" }, 'model.kind must be one of mlp, transformer, got "rnn"'],
  [{ layers: 2 }, "model does not know layers"],
])("refuses the mlp %j", (changes, words) => {
  expect(() => mlp({ width: 4, ...(changes as object) })).toThrow(words);
});

test.each([
  [{ layers: 1e9 }, "model.layers must be ≤ 1024, got 1000000000"],
  [{ mlpWidth: 2 ** 24 + 1 }, "model.mlpWidth must be ≤ 16777216, got 16777217"],
  [{ heads: 0 }, "model.heads must be ≥ 1, got 0"],
])("refuses the transformer %j", (changes, words) => {
  expect(() => transformer(changes)).toThrow(words);
});

test("counts the weights of any network, and makes those that one array can hold", () => {
  const spec = mlp({ width: 7, bias: true });
  expect(weightCount(spec, shape)).toBe(10 * 7 + 7 * 5 + 7 + 5);
  const made = Object.values(initialise(spec, shape, 1));
  expect(made.reduce((sum, { data }) => sum + data.length, 0)).toBe(weightCount(spec, shape));

  const most = { operands: 1, vocabulary: 31, classes: 1 };
  expect(weightCount(mlp({ width: 2 ** 24 }), most)).toBe(maximumWeights);
  expect(weightLayout(mlp({ width: 2 ** 24 }), most)).toHaveLength(2);
  const wide = mlp({ width: 2 ** 20, hiddenLayers: 1 });
  expect(weightCount(wide, shape)).toBe(2 ** 20 * (2 ** 20 + 15));
  expect(() => initialise(wide, shape, 1)).toThrow(
    "the network has 1,099,527,356,416 weights for this task, 4,097 GiB in float32; " +
      "it may have 536,870,912: take fewer nodes or layers",
  );
});
