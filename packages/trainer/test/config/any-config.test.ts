import { InputError, randomStream, uniformBelow } from "@grokscape/group-datasets";
import { type RunConfigInput, runConfig, runId } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import { richConfig } from "../rich-config.ts";

type Plain = Record<string, unknown>;
const { task: _, ...given }: Plain = richConfig;

/** Every place inside of a value, the value itself left out. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    [...path, key],
    ...placesIn(one, [...path, key]),
  ]);
}

/** A copy in which this stands at that place; without the place, where `what` is `absent`. */
const absent = Symbol();
function put(into: unknown, [key, ...rest]: readonly string[], what: unknown): unknown {
  if (key === undefined) return what;
  const copy = (Array.isArray(into) ? [...into] : { ...(into as object) }) as Plain;
  const value = put(copy[key], rest, what);
  if (value === absent) delete copy[key];
  else
    Object.defineProperty(copy, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}

const configOf = (input: unknown) => runConfig({ task: "cyclic:7", ...(input as object) });

/** What becomes of it: a config as text, or an InputError's message; any other error is thrown. */
function outcome(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

describe("a field that is undefined", () => {
  const places = placesIn(given).filter((path) => !/^\d+$/.test(path.at(-1) as string));

  test.each(places.map((path) => [path.join("."), path] as const))(
    "counts as not given: %s",
    (_name, path) => {
      const explicit = outcome(() => configOf(put(given, path, undefined)));
      expect(explicit).toBe(outcome(() => configOf(put(given, path, absent))));
    },
  );

  test("even if all are", () => {
    const nothing = Object.fromEntries(Object.keys(given).map((field) => [field, undefined]));
    expect(configOf(nothing)).toEqual(runConfig({ task: "cyclic:7" }));
    expect(configOf({ goal: { hold: undefined } }).goal).toEqual({ testAccuracy: 0.99, hold: 50 });
    expect(configOf({ model: { width: undefined } }).model.width).toBe(512);
  });
});

const cyclicValue: Plain = {};
cyclicValue.self = cyclicValue;

const junk: readonly unknown[] = [
  null,
  true,
  "",
  "constructor",
  "__proto__",
  "toString",
  0,
  -0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  Number.NaN,
  Infinity,
  10n,
  Symbol("s"),
  () => 1,
  [],
  [[]],
  [null],
  [undefined],
  new Array(3),
  {},
  cyclicValue,
  Object.create(null),
  { kind: null },
  { kind: "constructor" },
  { kind: "__proto__" },
  { kind: { toString: null } },
  { kind: ["adam"] },
  { toString: null, valueOf: null },
  { toJSON: () => 1n },
  JSON.parse('{ "__proto__": { "kind": "adam" } }'),
  new Date(0),
  new Map(),
  Float32Array.of(1),
];

test.each(placesIn(given).map((path) => [path.join("."), path] as const))(
  "anything may stand at %s: it is used or refused",
  (_name, path) => {
    for (const value of junk) outcome(() => configOf(put(given, path, value)));
  },
);

test("anything may stand for a config, a name of a field or a task", () => {
  for (const value of junk) {
    expect(() => runConfig(value as RunConfigInput)).toThrow(InputError);
    outcome(() => runConfig({ task: value } as RunConfigInput));
    outcome(() => configOf({ [String(Object(value)[0] ?? "__proto__")]: value }));
  }
});

test("20,000 random configs are used or refused", () => {
  const stream = randomStream(20, "noise");
  const below = (bound: number) => uniformBelow(stream, bound);
  const places = placesIn(given);
  let used = 0;
  for (let i = 0; i < 20_000; i++) {
    let config: unknown = given;
    for (let changes = 1 + below(3); changes > 0; changes--) {
      const path = places[below(places.length)];
      // a change before may have taken this place away
      try {
        config = put(config, path, junk[below(junk.length)]);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
    if (outcome(() => configOf(config)).startsWith("{")) used++;
  }
  expect(used).toBeGreaterThan(100);
});

test.each<[unknown, string]>([
  [null, "config must be an object, got null"],
  [[], "config must be an object, got []"],
  [{ gradientFilters: "" }, 'gradientFilters must be an array, got ""'],
  [{ gradientFilters: {} }, "gradientFilters must be an array, got an object"],
  [{ gradientFilters: [null] }, "gradientFilters.0 must be an object, got null"],
  [{ gradientFilters: Array(17).fill({ kind: "clip" }) }, "must have at most 16 entries"],
  [{ model: null }, "model must be an object, got null"],
  [{ model: { activation: null } }, "model.activation must be one of"],
  [{ model: { layers: 1e9, kind: "transformer" } }, "model.layers must be ≤ "],
  [{ model: { hiddenLayers: 1e9 } }, "model.hiddenLayers must be ≤ "],
  [{ model: { activation: "power:1000000000" } }, "model.activation must be power:<q>"],
  [{ optimiser: null }, "optimiser must be an object, got null"],
  [{ schedule: { kind: { toString: null } } }, "schedule.kind must be one of constant"],
  [{ schedule: { kind: "constructor" } }, 'got "constructor"'],
  [{ gradientFilters: [{ kind: "toString" }] }, 'got "toString"'],
  [{ optimiser: { kind: "hasOwnProperty" } }, 'got "hasOwnProperty"'],
  [JSON.parse('{ "__proto__": 1 }'), "config does not know __proto__"],
  [{ penalty: JSON.parse('{ "__proto__": 1 }') }, "penalty does not know __proto__"],
  [{ penalty: { l1: -0 } }, "penalty.l1 must be ≥ 0, got -0"],
  [{ seed: -0 }, "seed must be ≥ 0, got -0"],
  [{ seed: 2 ** 32 }, "seed must be < 4294967296, got 4294967296"],
  [{ seed: 10n }, "seed must be a number, got 10"],
  [{ goal: [] }, "goal must be an object, got []"],
  [{ steps: 1e15 }, "steps 1000000000000000 contradicts evaluateEvery 10: a record has at most"],
])("refuses %o", (wrong, words) => {
  const attempt = () =>
    runConfig(
      (Array.isArray(wrong) || wrong === null
        ? wrong
        : put(wrong, ["task"], "cyclic:7")) as RunConfigInput,
    );
  expect(attempt).toThrow(InputError);
  expect(attempt).toThrow(words);
});

test("a task is one run, however it is written; one that is brought along stays as it is", () => {
  const engine = { name: "any", numericVersion: "1" };
  const id = (task: string) => runId(runConfig({ task }), engine);
  expect(runConfig({ task: "sl:2,3" }).task).toBe("special-linear:2,3");
  expect(id("sl:2,3")).toBe(id("special-linear:2,3"));
  expect(id("parity:6,2")).toBe(id("parity:6,2,0"));
  expect(runConfig({ task: "my own: 7" }).task).toBe("my own: 7");
  expect(runConfig({ task: "cyclic:nothing" }).task).toBe("cyclic:nothing");
});
