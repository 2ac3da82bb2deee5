import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, defaultServerConditions } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { golden, goldenRecipes } from "../golden.ts";

/*
 * The engine's bytes in other releases of Node: in whichever are on the PATH or, for `pnpm
 * test:nodes`, in those that NODES names, fetched from npm.
 */

const folder = mkdtempSync(join(tmpdir(), "grokscape-nodes-"));
const asked = process.env.NODES?.split(",") ?? [];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@grokscape/source", ...defaultServerConditions] },
    ssr: {
      noExternal: true,
      resolve: { conditions: ["@grokscape/source", ...defaultServerConditions] },
    },
    build: {
      ssr: fileURLToPath(new URL("./run.ts", import.meta.url)),
      outDir: folder,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "run.mjs" } },
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each release of Node on the PATH once, from 20 on, as the words that start it. */
function installed(): string[][] {
  const found = new Map<string, string[]>();
  for (const directory of (process.env.PATH ?? "").split(delimiter)) {
    const node = join(directory, process.platform === "win32" ? "node.exe" : "node");
    if (!existsSync(node)) continue;
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
    const [major] = /\d+/.exec(version) ?? ["0"];
    if (Number(major) >= 20 && !found.has(major)) found.set(major, [node]);
  }
  return [...found.values()];
}

const nodes =
  asked.length > 0 ? asked.map((major) => ["npx", "--yes", `node@${major}`]) : installed();

test.each(nodes.map((words) => ({ name: words.join(" "), words })))("$name", ({ words }) => {
  const [command, ...rest] = words;
  const answer = execFileSync(command, [...rest, join(folder, "run.mjs")], { encoding: "utf8" });
  const { node, hashes } = JSON.parse(answer.trim().split("\n").at(-1) ?? "");
  expect(node).toMatch(/^\d+\./);
  for (const recipe of goldenRecipes) {
    for (const threads of [1, 2]) {
      expect(hashes[`${recipe}, ${threads}`], `${recipe} in Node ${node}`).toBe(
        golden.wasm[recipe],
      );
    }
  }
});
