import { InputError, task } from "@grokscape/group-datasets";
import { preset, presets, runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";

describe.each(presets)("$name", ({ name, config }) => {
  test("is a config of a task that there is", () => {
    const complete = runConfig(config);
    expect(task(complete.task).size).toBeGreaterThan(0);
    expect(preset(name).config).toBe(config);
  });
});

test("names are unique, and an unknown one is refused with those there are", () => {
  expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
  expect(() => preset("nobody-1999")).toThrow(InputError);
  expect(() => preset("nobody-1999")).toThrow(/tian-fig3/);
  for (const name of [null, undefined, { toString: null }, Symbol("s"), "toString"]) {
    expect(() => preset(name as string)).toThrow(InputError);
  }
});
