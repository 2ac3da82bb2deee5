import { readdirSync, readFileSync } from "node:fs";
import { format } from "node:util";
import { afterEach, expect, test, vi } from "vitest";

const folder = new URL("../src/examples/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));

afterEach(() => vi.restoreAllMocks());

test("each package has its example", () => {
  expect(names).toEqual(["group-datasets", "models", "theory", "trainer", "viz"]);
});

test.each(names)("the example of %s prints what the page says", async (name) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(new URL(`${name}.ts`, folder).href);
  const printed = log.mock.calls.map((words) => `${format(...words)}\n`).join("");
  expect(printed).toBe(readFileSync(new URL(`${name}.txt`, folder), "utf8"));
});
