import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export const root = join(import.meta.dirname, "..");
export const run = promisify(execFile);
export const oldest = "20.19.0";

/** Every package that is published, by its folder. */
export const published = [
  ...globSync("packages/*", { cwd: root }).map((folder) => folder.replaceAll("\\", "/")),
  "apps/cli",
].sort();

/** The libraries among them that do without TensorFlow.js, by their names. */
export const libraries = published
  .filter((folder) => !["apps/cli", "packages/tfjs-kernels"].includes(folder))
  .map((folder) => `@grokscape/${folder.slice("packages/".length)}`);

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Builds and packs packages as they are published; returns a folder with the tarballs, and their names. */
export async function pack(folders = published): Promise<{ packed: string; tarballs: string[] }> {
  const packed = mkdtempSync(join(tmpdir(), "grokscape-packed-"));
  await run(
    process.execPath,
    [
      join(root, "node_modules/turbo/bin/turbo"),
      ...["run", "build", ...folders.map((folder) => `--filter=./${folder}`)],
    ],
    { cwd: root },
  );
  await Promise.all(
    folders.map((folder) =>
      run("npx", ["--yes", packageManager, "pack", "--pack-destination", packed], {
        cwd: join(root, folder),
      }),
    ),
  );
  const tarballs = globSync("*.tgz", { cwd: packed }).map((name) => join(packed, name));
  return { packed, tarballs };
}

/** Runs a command in a folder on a version of Node. */
export const onNode = (version: string, cwd: string, ...words: string[]) =>
  run("npx", ["--yes", "--package", `node@${version}`, "--", ...words], {
    cwd,
    encoding: "utf8",
  });

/** Installs packages with npm on the oldest Node they support, where engines are strict, in a project of its own. */
export async function install(folder: string, ...what: string[]): Promise<void> {
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  writeFileSync(join(folder, ".npmrc"), "engine-strict=true\naudit=false\nfund=false\n");
  await onNode(oldest, folder, "npm", "install", ...what);
}
