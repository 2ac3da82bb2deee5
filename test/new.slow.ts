import { execFileSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./stranger.ts";

/* What `pnpm new` makes is green as it stands: in a copy of the repository with the same dependencies. */

const copy = mkdtempSync(join(tmpdir(), "grokscape-new-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const git = (...words: string[]) =>
  execFileSync("git", words, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
const bin = (name: string, ...words: string[]) =>
  execFileSync(join(copy, "node_modules/.bin", name), words, {
    cwd: copy,
    encoding: "utf8",
    stdio: "pipe",
  });

test("a new family passes types, lint and tests, and is found by the kit and the lists", () => {
  const files = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  for (const file of files.filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { verbatimSymlinks: true });
  }
  for (const modules of globSync("{.,packages/*,apps/*,docs}/node_modules", { cwd: root })) {
    symlinkSync(join(root, modules), join(copy, modules));
  }
  const made = execFileSync(process.execPath, ["scripts/new.mjs", "task", "larger-of-two"], {
    cwd: copy,
    encoding: "utf8",
  });
  const paths = made.split("\n\n")[0].split("\n");
  expect(paths).toHaveLength(5);
  bin("biome", "check", ...paths.filter((path) => path.endsWith(".ts")));
  bin("tsc", "-p", ".");
  const units = ["run", "--project", "units", "packages/group-datasets/test/task"];
  const said = bin("vitest", ...units, "--reporter", "verbose", "-t", "larger-of-two|folder");
  for (const name of [
    "determinism of larger-of-two:5",
    "larger-of-two:7 answers as its definition",
  ])
    expect(said).toContain(name);
}, 600_000);
