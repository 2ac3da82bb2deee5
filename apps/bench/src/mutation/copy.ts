import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The repository. */
const root = join(import.meta.dirname, "../../../..");

/** A copy of the repository as it lies there, installed, in which sources may be changed; and what removes it. */
export function copyOfRepository(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "grokscape-mutated-"));
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", listed, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  for (const name of names.split("\0").filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const install = ["--yes", packageManager, "install", "--frozen-lockfile", "--prefer-offline"];
  execFileSync("npx", install, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
