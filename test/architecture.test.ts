import { globSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../", import.meta.url);

/** Each package, and which of ours it may use. Arrows only point down this list. */
const allowed: Record<string, readonly string[]> = {
  "packages/group-datasets": [],
  "packages/theory": ["@grokscape/group-datasets"],
  "packages/models": ["@grokscape/group-datasets"],
  "packages/tfjs-kernels": [],
  "packages/trainer": ["@grokscape/group-datasets", "@grokscape/models", "@grokscape/tfjs-kernels"],
  "packages/measures": ["@grokscape/group-datasets", "@grokscape/models", "@grokscape/trainer"],
  "packages/experiments": [
    "@grokscape/group-datasets",
    "@grokscape/theory",
    "@grokscape/models",
    "@grokscape/trainer",
    "@grokscape/measures",
  ],
  "packages/viz": ["@grokscape/group-datasets"],
};

const ours = (dependencies: Record<string, string> = {}) =>
  Object.keys(dependencies).filter((name) => name.startsWith("@grokscape/"));

test.each(Object.entries(allowed))("%s depends only downwards", (folder, below) => {
  const manifest = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), "utf8"));
  const used = [...ours(manifest.dependencies), ...ours(manifest.peerDependencies)];
  expect(used.filter((name) => !below.includes(name))).toEqual([]);
});

test.each(Object.entries(allowed))("the sources of %s import nothing else", (folder, below) => {
  const files = globSync(`${folder}/src/**/*.ts`, { cwd: root });
  const imported = files.flatMap((file) => {
    const text = readFileSync(new URL(file, root), "utf8");
    const names = text.matchAll(/^(?:import|export|\}) .*"(@grokscape\/[\w-]+)/gm);
    return [...names].map(([, name]) => name).filter((name) => !below.includes(name));
  });
  expect(imported).toEqual([]);
});

test("every package has its place in the list", () => {
  const folders = readdirSync(new URL("packages/", root)).map((name) => `packages/${name}`);
  expect(folders.sort()).toEqual(Object.keys(allowed).sort());
});
