import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../../src/guided/main.ts", import.meta.url));

test.each([
  [["--threads", "0"], "--threads must be a whole number from 1, got 0"],
  [["--only", "li2-guided,nobody"], "--only does not know nobody"],
])("%j is refused, with the usage", (args, complaint) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@grokscape/source", "--no-warnings", main, ...args],
    { encoding: "utf8" },
  );
  expect(status).toBe(2);
  expect(stderr).toContain(complaint);
  expect(stderr).toContain("pnpm guided [--threads <n>]");
});
