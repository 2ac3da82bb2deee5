import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, libraries, oldest, onNode, pack, root, run } from "./stranger.ts";

/*
 * The packed packages in the projects of strangers: on every Node they support, under TypeScript at its
 * strictest, and through the bundlers in use. Each trains for real, to the same weights.
 */

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const home = mkdtempSync(join(tmpdir(), "grokscape-strangers-"));
let tarballs: string[];

/** A new project with the packages and some further ones installed. */
async function project(name: string, ...further: string[]): Promise<string> {
  const folder = join(home, name);
  mkdirSync(folder);
  await install(folder, ...tarballs, ...further);
  return folder;
}

beforeAll(async () => {
  const all = await pack();
  tarballs = all.tarballs;
}, 600_000);
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

const training = `
  const config = runConfig({ task: "dihedral:4", model: { width: 16 }, steps: 30, goal: null });
  const run = train(config, { engine: wasmEngine() });
  let next = await run.next();
  while (!next.done) next = await run.next();
  const { classes } = predict(task("dihedral:4"), config).task;
  report(next.value.weightsHash + " " + classes);`;
const imports = `
  import { task } from "@grokscape/group-datasets";
  import { predict } from "@grokscape/theory";
  import { runConfig, train } from "@grokscape/trainer";
  import { wasmEngine } from "@grokscape/trainer/wasm";`;
const asModule = `${imports}
  const report = (text) => (globalThis.reported = text, globalThis.console.log(text));
  ${training}`;
const asCommonJs = `
  const { task } = require("@grokscape/group-datasets");
  const { predict } = require("@grokscape/theory");
  const { runConfig, train } = require("@grokscape/trainer");
  const { wasmEngine } = require("@grokscape/trainer/wasm");
  const report = console.log;
  (async () => {${training}})();`;

test("trains to the same weights on every Node, imported and required", async () => {
  const folder = await project("nodes");
  writeFileSync(join(folder, "program.mjs"), asModule);
  writeFileSync(join(folder, "program.cjs"), asCommonJs);
  const said = new Set<string>();
  for (const version of [oldest, "22", "24"]) {
    for (const program of ["program.mjs", "program.cjs"]) {
      const { stdout } = await onNode(version, folder, "node", "--no-warnings", program);
      said.add(stdout.trim());
    }
  }
  expect([...said]).toEqual([expect.stringMatching(/^[0-9a-f]{64} /)]);
});

test("every declaration is right under the strictest TypeScript, skipping no library", async () => {
  const folder = await project("typed", "typescript@6", "@types/node@24");
  writeFileSync(
    join(folder, "program.ts"),
    libraries.map((name, i) => `export * as _${i} from "${name}";`).join("\n"),
  );
  const options = "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess";
  const modules =
    "--module nodenext --target es2022 --lib es2022,dom,esnext.disposable --types node";
  const { stdout } = await onNode(
    ...[
      oldest,
      folder,
      "npx",
      "--no",
      "--",
      "tsc",
      ...`${options} ${modules}`.split(" "),
      "program.ts",
    ],
  ).catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
});

test("a family outside of the repository is packed, installed, tested and trained, and its run reported", async () => {
  const example = join(root, "examples/carry");
  const { stdout } = await run("npm", ["pack", example, "--pack-destination", home]);
  const folder = await project("plugged", join(home, stdout.trim()));
  const env = { ...process.env, XDG_STATE_HOME: join(folder, "state") };
  const there = { cwd: folder, encoding: "utf8", env } as const;
  const carry = join(folder, "node_modules/grokscape-carry/carry.test.js");
  await run(process.execPath, ["--test", carry], there);
  const grokscape = (...words: string[]) => run("npx", ["--no", "grokscape", ...words], there);
  const train = "train carry:10 --plugin grokscape-carry --width 16 --steps 20 --goal none --json";
  const { record } = JSON.parse((await grokscape(...train.split(" "))).stdout);
  expect(record.config.plugins).toMatchObject([{ name: "grokscape-carry", version: "1.0.0" }]);
  expect((await grokscape("report", record.id)).stdout).toContain("Report: runs/carry-10-");
  appendFileSync(join(folder, "node_modules/grokscape-carry/index.js"), "// changed\n");
  const refused = await grokscape("report", record.id).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/any more: its sha256 is/),
  });
});

describe.skipIf(!existsSync(executablePath))("bundled", () => {
  const html = '<!doctype html><script type="module" src="./main.js"></script>';
  const bundlers = {
    esbuild: {
      packages: ["esbuild@0.28"],
      words: "esbuild main.js --bundle --format=esm --outdir=out",
    },
    webpack: {
      packages: ["webpack@5", "webpack-cli@6"],
      words: "webpack --mode production --entry ./main.js --output-path out",
    },
    vite: { packages: ["vite@7"], words: "vite build --outDir out --base ./" },
  };

  test.each(Object.entries(bundlers))(
    "by %s, trains in a page",
    async (name, { packages, words }) => {
      const folder = await project(name, ...packages);
      writeFileSync(join(folder, "main.js"), asModule);
      writeFileSync(join(folder, "index.html"), html);
      await run("npx", ["--no", "--", ...words.split(" ")], { cwd: folder });
      const out = join(folder, "out");
      if (!existsSync(join(out, "index.html"))) writeFileSync(join(out, "index.html"), html);
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
      try {
        const page = await browser.newPage();
        await page.route("http://page.example/**", (route) => {
          const path = new URL(route.request().url()).pathname;
          const file = join(out, path === "/" ? "index.html" : path);
          return existsSync(file)
            ? route.fulfill({ path: file, contentType: typeOf(file) })
            : route.fulfill({ status: 404 });
        });
        await page.goto("http://page.example/");
        const reported = await page.waitForFunction(
          () => (globalThis as { reported?: string }).reported,
        );
        expect(await reported.jsonValue()).toMatch(/^[0-9a-f]{64} /);
      } finally {
        await browser.close();
      }
    },
  );
});

const typeOf = (file: string) =>
  file.endsWith(".js") ? "text/javascript" : file.endsWith(".html") ? "text/html" : "text/css";

test.each([
  ["group-datasets", 4],
  ["theory", 4],
  ["trainer", 30],
])("%s with all that it needs takes less than %i MB", async (name, limit) => {
  const folder = join(home, `size-${name}`);
  mkdirSync(folder);
  const needed = needs(name).map((one) => tarballOf(one));
  await install(folder, ...needed);
  const { stdout } = await run("du", ["-sk", "--apparent-size", join(folder, "node_modules")]);
  const megabytes = Number.parseInt(stdout, 10) / 1024;
  console.log(`@grokscape/${name}: ${megabytes.toFixed(1)} MB installed`);
  expect(megabytes).toBeLessThan(limit);
});

/** A package and those of ours that it depends on. */
function needs(name: string): string[] {
  const manifest = join(import.meta.dirname, `../packages/${name}/package.json`);
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8"));
  const ours = Object.keys(dependencies).filter((one) => one.startsWith("@grokscape/"));
  return [...new Set([name, ...ours.flatMap((one) => needs(one.slice("@grokscape/".length)))])];
}

const tarballOf = (name: string): string =>
  tarballs.find((path) => path.includes(`grokscape-${name}-`)) as string;
