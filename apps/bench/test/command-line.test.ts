import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test.each([
  ["main.ts", ["--rounds", "0"], "--rounds must be a whole number from 1, got 0"],
  ["main.ts", ["--only", "S,Z"], "--only does not know Z"],
])("%s refuses %j, with its usage", (main, args, complaint) => {
  const program = fileURLToPath(new URL(`../src/${main}`, import.meta.url));
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@grokscape/source", "--no-warnings", program, ...args],
    { encoding: "utf8" },
  );
  expect(status).toBe(2);
  expect(stderr).toContain(complaint);
  expect(stderr).toContain("pnpm bench [--rounds <n>]");
});
