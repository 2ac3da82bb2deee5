import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");

const readmes = await Promise.all(
  globSync("packages/*/README.md", { cwd: root }).map(async (path) => ({
    path,
    blocks: [...(await readFile(join(root, path), "utf8")).matchAll(/```ts\n(.*?)```/gs)].map(
      ([, code]) => code,
    ),
  })),
);

/** What a block says it prints: the comments on and below its console.log lines. */
function promised(code: string): string[] {
  const said: string[] = [];
  let printing = false;
  for (const line of code.split("\n")) {
    const comment = /\/\/ (.*)$/.exec(line)?.[1];
    if (line.includes("console.log")) printing = true;
    else if (!/^\s*\/\//.test(line)) printing = false;
    if (printing && comment !== undefined) said.push(comment);
  }
  return said;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");

describe.each(readmes)("$path", ({ path, blocks }) => {
  test.each(blocks.map((code, index) => [index + 1, code] as const))(
    "block %i runs and prints what it says",
    async (_, code) => {
      const folder = await mkdtemp(join(root, dirname(path), ".readme-"));
      try {
        await writeFile(join(folder, "block.ts"), code);
        const { stdout } = await run(
          process.execPath,
          ["--conditions=@grokscape/source", "--no-warnings", "block.ts"],
          { cwd: folder },
        );
        expect(oneLine(stdout)).toContain(oneLine(promised(code).join(" ")));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
