import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test.each([
  [["--rounds", "0"], "--rounds must be a whole number from 1, got 0"],
  [["--only", "S,Z"], "--only does not know Z"],
])("%j is refused, with the usage", (args, complaint) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@grokscape/source", "--no-warnings", main, ...args],
    { encoding: "utf8" },
  );
  expect(status).toBe(2);
  expect(stderr).toContain(complaint);
  expect(stderr).toContain("pnpm bench [--rounds <n>]");
});
