import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { published, root } from "./stranger.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const manifest = (folder: string) => JSON.parse(read(join(folder, "package.json")));
const workspace = manifest(".");

test.each(published)("%s says what it is and where it comes from", (folder) => {
  const { description, keywords, license, homepage, repository, bugs, engines } = manifest(folder);
  expect(description).toBeTruthy();
  expect(keywords).toContain("grokking");
  expect({ license, homepage, repository, bugs, engines }).toEqual({
    license: workspace.license,
    homepage: `${workspace.homepage}/tree/main/${folder}#readme`,
    repository: { ...workspace.repository, directory: folder },
    bugs: workspace.bugs,
    engines: workspace.engines,
  });
});

const workflows = globSync(".github/workflows/*.yml", { cwd: root });

test.each(workflows)("%s pins its actions, and takes no right that it does not name", (file) => {
  const text = read(file);
  for (const [, used] of text.matchAll(/uses: (.*)/g)) {
    expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
  expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  for (const [used] of text.matchAll(/pnpm@[\d.]+/g)) expect(used).toBe(workspace.packageManager);
});
