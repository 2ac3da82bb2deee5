import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "grokscape-new-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const list = "packages/group-datasets/src/task/families/index.ts";
const readme = "packages/group-datasets/README.md";
for (const path of ["scripts", "package.json", list, readme]) {
  cpSync(join(root, path), join(copy, path), { recursive: true });
}
const make = (...words: string[]) =>
  execFileSync(process.execPath, [join(copy, "scripts/new.mjs"), ...words], {
    encoding: "utf8",
    stdio: "pipe",
  });
const read = (path: string) => readFileSync(join(copy, path), "utf8");

test("a new family is a folder, a test, a changeset, and lines in two lists", () => {
  const said = make("task", "larger-of-two").split("\n\n")[0].split("\n");
  const [folder, ofTest, changeset] = said;
  expect(dirname(folder)).toBe(join(dirname(list), "larger-of-two"));
  expect(said.slice(3)).toEqual([list, readme]);
  expect(read(folder)).toContain(
    'export const largerOfTwoFamily = defineTaskFamily({\n  id: "larger-of-two"',
  );
  expect(read(ofTest)).toContain("task(`larger-of-two:");
  expect(read(changeset)).toContain("`larger-of-two`");
  const before = readFileSync(join(root, list), "utf8").split("\n");
  const added = read(list)
    .split("\n")
    .filter((line) => !before.includes(line));
  expect(added).toEqual([
    'import { largerOfTwoFamily } from "./larger-of-two/index.ts";',
    "  largerOfTwoFamily,",
  ]);
  expect(read(readme)).toContain("| `larger-of-two:5` | the larger of two numbers |\n| `power:");
});

test.each([
  [["task", "larger-of-two"], "there is larger-of-two already"],
  [["task", "Larger"], 'a family\'s name is such as larger-of-two, got "Larger"'],
  [["animal", "cat"], "pnpm new task <name>"],
])("%j is refused", (words, message) => {
  expect(() => make(...words)).toThrow(message);
});
