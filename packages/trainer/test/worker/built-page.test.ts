import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build, defaultClientConditions, preview } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

declare const trainInWorker: (task: string) => Promise<string>;

describe.runIf(existsSync(executablePath))("a page built by Vite as it comes", () => {
  test("trains in a worker that does nothing but serveTraining, whatever the task's family", async () => {
    const outDir = await mkdtemp(join(tmpdir(), "built-page-"));
    onTestFinished(() => rm(outDir, { recursive: true, force: true }));
    const shared = {
      configFile: false,
      logLevel: "silent",
      root: fileURLToPath(new URL("./page", import.meta.url)),
    } as const;
    await build({
      ...shared,
      resolve: { conditions: ["@grokscape/source", ...defaultClientConditions] },
      build: { outDir, emptyOutDir: true },
    });
    const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
    onTestFinished(() => server.close());
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "trainInWorker" in globalThis);
    for (const task of ["cyclic:7", "parity:6,2,0", "small:21,1", "division:small:8,3"]) {
      expect(await page.evaluate((id) => trainInWorker(id), task)).toBe(`2 steps of ${task}`);
    }
  });
});
