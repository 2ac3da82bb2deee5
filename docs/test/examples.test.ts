import { readdirSync, readFileSync } from "node:fs";
import { format } from "node:util";
import { afterEach, expect, test, vi } from "vitest";

const folder = new URL("../src/examples/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));

afterEach(() => vi.restoreAllMocks());

test.each(["group-datasets", "measures", "models", "tfjs-kernels", "theory", "trainer", "viz"])(
  "%s has examples",
  (name) => {
    expect(names).toContain(name);
    expect(names.some((other) => other.startsWith(`${name}-`))).toBe(true);
  },
);

test.each(names)("the example %s prints what its page says", async (name) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(new URL(`${name}.ts`, folder).href);
  const printed = log.mock.calls.map((words) => `${format(...words)}\n`).join("");
  expect(printed).toBe(readFileSync(new URL(`${name}.txt`, folder), "utf8"));
});
