import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const kept = JSON.parse(readFileSync(new URL("../results/fuzz.json", import.meta.url), "utf8"));
const names = (report: { targets: { name: string }[] }) => report.targets.map(({ name }) => name);

test("inputs of today's seed bring no fault, and the results on the site are of the same targets", () => {
  const folder = mkdtempSync(join(tmpdir(), "grokscape-fuzzed-"));
  const save = join(folder, "fuzz.json");
  const seed = `${Math.floor(Date.now() / 86_400_000)}`;
  try {
    execFileSync(
      process.execPath,
      [
        "--conditions=@grokscape/source",
        new URL("../src/fuzz/main.ts", import.meta.url).pathname,
        ...["--inputs", "20000", "--seed", seed, "--save", save],
      ],
      { stdio: "inherit" },
    );
    expect(names(JSON.parse(readFileSync(save, "utf8")))).toEqual(names(kept));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
