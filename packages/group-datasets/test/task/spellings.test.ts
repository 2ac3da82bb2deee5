import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError, task, taskFamilies } from "../../src/index.ts";
import { taskId } from "../../src/task/family.ts";

const spaces = fc.constantFrom("", " ", "  ", "\t", "\u00a0");
const zeros = fc.constantFrom("", "0", "000");

/** Spellings of one parameter: numbers with zeros before and behind, or with an exponent. */
function parameter(written: string): fc.Arbitrary<string> {
  if (!/^\d+(\.\d+)?(e-\d+)?$/.test(written)) return fc.constant(written);
  const value = Number(written);
  const plain = written.includes("e")
    ? []
    : [zeros.map((before) => before + written), zeros.map((behind) => decimal(written) + behind)];
  return fc.oneof(
    ...plain,
    fc.constant(value.toExponential()),
    fc.constant(value.toExponential().replace("e+", "e")),
  );
}

const decimal = (written: string): string => (written.includes(".") ? written : `${written}.0`);

/** Spellings of parameters that are separated by commas. */
const parameters = (written: string): fc.Arbitrary<string> =>
  written === ""
    ? fc.constant("")
    : fc
        .tuple(...written.split(",").map((each) => fc.tuple(spaces, parameter(each), spaces)))
        .map((each) => each.map((parts) => parts.join("")).join(","));

/** Spellings of a task's id: those of its family, its parameters and the task that it is made of. */
function spellings(id: string): fc.Arbitrary<string> {
  const [name, ...rest] = id.split(":");
  const family = taskFamilies.find((each) => each.id === name)!;
  const names = fc.constantFrom(name, ...(family.aliases ?? []));
  const two = rest.join(":").split("~");
  if (two.length > 1) {
    return fc
      .tuple(names, ...two.map(spellings))
      .map(([first, ...others]) => `${first}:${others.join("~")}`);
  }
  if (!family.derived) {
    if (rest.length === 0) return fc.tuple(names, fc.constantFrom("", ":")).map(([a, b]) => a + b);
    const [own] = rest;
    const shorter = own.replace(/,0$/, "");
    const isSeeded = task(`${name}:${shorter}`).id === id;
    return fc
      .tuple(names, isSeeded ? fc.oneof(parameters(own), parameters(shorter)) : parameters(own))
      .map((parts) => parts.join(":"));
  }
  const takesNone = taskFamilies.some((each) => each.id === rest[0]);
  const base = spellings(rest.slice(takesNone ? 0 : 1).join(":"));
  if (takesNone) return fc.tuple(names, base).map((parts) => parts.join(":"));
  const own = fc.oneof(parameters(rest[0]), parameters(rest[0].replace(/,0$/, "")));
  return fc.tuple(names, own, base).map((parts) => parts.join(":"));
}

const members = [
  ...taskFamilies.map(({ id, example }) => task(taskId(id, [example])).id),
  "special-linear:2,3",
  "general-linear:2,3",
  "parity:10,3,7",
  "noise:0.1,3:corrupted:1e-7,0:division:special-linear:2,3",
  "word:abA:product:2,2,3",
  "cosets:1,6:fold:2:symmetric:4",
];

describe("a task's id", () => {
  test.each(members)("is %s for all its spellings", (id) => {
    expect(task(id).id).toBe(id);
    fc.assert(
      fc.property(spellings(id), (spelling) => {
        expect(task(spelling).id).toBe(id);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["cyclic:097", "cyclic:97"],
    ["cyclic: 97", "cyclic:97"],
    ["cyclic:1e2", "cyclic:100"],
    ["sl:2,3", "special-linear:2,3"],
    ["corrupted:0.10,3:cyclic:7", "corrupted:0.1,3:cyclic:7"],
    ["corrupted:0.0000001:cyclic:7", "corrupted:1e-7,0:cyclic:7"],
    ["cosets:6,1,1:symmetric:4", "cosets:1,6:symmetric:4"],
    ["expression:7, (x) ^02 + 2x y-(3)", "expression:7,x^2+2*x*y-3"],
  ])("of %s is %s", (spelling, id) => {
    expect(task(spelling).id).toBe(id);
    expect(task(id).id).toBe(id);
  });

  test.each([
    "cyclic:0x61",
    "cyclic:９７",
    "cyclic:+97",
    "cyclic:97,",
    "cyclic:9 7",
    "cyclic:97n",
    "cyclic:1_0",
    "cyclic:1e999",
    "CYCLIC:97",
    " cyclic:97",
    "cyclic :97",
    "corrupted:.1:cyclic:7",
    "corrupted:1/10:cyclic:7",
    "parity:6,2,",
  ])("has no spelling %s", (spelling) => {
    expect(() => task(spelling)).toThrow(InputError);
  });
});
