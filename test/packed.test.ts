import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, libraries, oldest, onNode, pack, root } from "./stranger.ts";

/*
 * The packages as strangers get them: packed, installed by npm on the oldest Node they support, where
 * engines are strict, and imported by a page without a bundler from another origin.
 */

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

const stranger = mkdtempSync(join(tmpdir(), "grokscape-stranger-"));
const onOldest = (...words: string[]) => onNode(oldest, stranger, ...words);

beforeAll(async () => {
  const { packed, tarballs } = await pack();
  await install(stranger, ...tarballs);
  rmSync(packed, { recursive: true });
}, 300_000);
afterAll(() => rmSync(stranger, { recursive: true, force: true }));

test("TensorFlow.js is not among what is installed", () => {
  expect(existsSync(join(stranger, "node_modules/@grokscape/trainer"))).toBe(true);
  expect(existsSync(join(stranger, "node_modules/@tensorflow"))).toBe(false);
});

test("each brings the licence, the notice and a readme", () => {
  for (const folder of [...libraries, "grokscape"]) {
    const at = (file: string) => join(stranger, "node_modules", folder, file);
    for (const file of ["LICENSE", "README.md", "dist/NOTICE"])
      expect(at(file)).toSatisfy(existsSync);
  }
});

test("each can be imported and required, and a run trained", async () => {
  const program = `
    const { runConfig, train, referenceEngine } = require("@grokscape/trainer");
    const { wasmEngine } = require("@grokscape/trainer/wasm");
    const names = ${JSON.stringify(libraries)};
    (async () => {
      for (const name of names) {
        const imported = await import(name);
        if (Object.keys(imported).join() !== Object.keys(require(name)).join())
          throw new Error(name);
      }
      const config = runConfig({ task: "cyclic:7", model: { width: 16 }, steps: 20, goal: null });
      for (const engine of [referenceEngine, wasmEngine()]) {
        const run = train(config, { engine });
        let next = await run.next();
        while (!next.done) next = await run.next();
        console.log(process.versions.node, next.value.steps);
      }
    })();`;
  writeFileSync(join(stranger, "program.cjs"), program);
  const { stdout } = await onOldest("node", "--no-warnings", "program.cjs");
  expect(stdout.trim().split("\n")).toEqual([`${oldest} 20`, `${oldest} 20`]);
});

test("the command line trains and reports", async () => {
  const { stdout } = await onOldest(
    ...["npx", "--no", "grokscape", "train", "--task", "cyclic:7", "--width", "16"],
    ...["--steps", "20", "--goal", "none"],
  );
  expect(stdout).toContain("Report: runs/");
});

describe.skipIf(!existsSync(executablePath))("a page without a bundler", () => {
  const host = "https://cdn.jsdelivr.net/npm/";

  /** Opens a page, beside a host of packages; returns what the page was given and what went wrong. */
  async function open(html: string, look: (page: Page) => Promise<void>) {
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const context = await browser.newContext();
      const [asked, problems]: [string[], string[]] = [[], []];
      await context.route("http://page.example/", (route) =>
        route.fulfill({ contentType: "text/html", body: html }),
      );
      await context.route(`${host}**`, (route) => {
        const path = route.request().url().slice(host.length);
        asked.push(path);
        return route.fulfill({
          headers: { "access-control-allow-origin": "*", "content-type": "text/javascript" },
          body: readFileSync(join(stranger, "node_modules", path)),
        });
      });
      const page = await context.newPage();
      page.on("pageerror", ({ message }) => problems.push(message));
      await page.goto("http://page.example/");
      await look(page);
      expect(problems).toEqual([]);
      return new Set(asked);
    } finally {
      await browser.close();
    }
  }

  test.each(["en", "zh-cn"])("is what the site shows, in %s", async (locale) => {
    const guide = join(root, `docs/src/content/docs/${locale}/get-started.mdx`);
    const [, html = ""] = /```html\n(.*?)```/s.exec(readFileSync(guide, "utf8")) ?? [];
    const asked = await open(html, async (page) => {
      await page.locator("svg path").first().waitFor({ state: "attached" });
    });
    const files = ["viz", "trainer"].map((name) => `@grokscape/${name}/dist/browser/index.js`);
    expect([...asked].sort()).toEqual(files.sort());
  });

  test("has the file that each manifest names, and every family of tasks in it", async () => {
    const file = (name: string) => {
      const manifest = join(stranger, "node_modules/@grokscape", name, "package.json");
      const { jsdelivr, unpkg } = JSON.parse(readFileSync(manifest, "utf8"));
      expect(jsdelivr).toBe(unpkg);
      return new URL(jsdelivr, `${host}@grokscape/${name}/`).href;
    };
    const html = `<!doctype html><script type="module">
      import { irreps, task } from "${file("group-datasets")}";
      import { predict } from "${file("theory")}";
      import { phaseDiagram } from "${file("viz")}";
      import { startTraining } from "${file("trainer")}";
      const config = { task: "small:21,1", split: { fraction: 0.4 }, model: { width: 16 }, steps: 40 };
      const training = startTraining();
      const run = await training.open(config);
      let next = await run.next();
      while (!next.done) next = await run.next();
      training.terminate();
      const known = task("small:21,1");
      globalThis.found = {
        degrees: irreps(known.group).map(({ degree }) => degree),
        classes: predict(known, next.value.config).task.classes,
        drawn: typeof phaseDiagram,
        steps: next.value.steps,
      };
    </script>`;
    await open(html, async (page) => {
      const found = await page.waitForFunction(() => (globalThis as { found?: unknown }).found);
      expect(await found.jsonValue()).toEqual({
        degrees: [1, 1, 1, 3, 3],
        classes: 21,
        drawn: "function",
        steps: 40,
      });
    });
  });
});
