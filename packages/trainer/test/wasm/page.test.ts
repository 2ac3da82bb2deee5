import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { type Browser, chromium, type Page } from "playwright";
import { createServer, defaultClientConditions, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weightsAfterShortRun } from "./short-run.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

const isolating = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

declare const trainInWorker: (threads: number | undefined) => Promise<string>;

describe.runIf(existsSync(executablePath))("in a page's worker", () => {
  let browser: Browser;
  let alone: string;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    alone = await weightsAfterShortRun(wasmEngine({ threads: 1 }));
  });
  afterAll(() => browser?.close());

  async function visit(headers: Record<string, string>, look: (page: Page) => Promise<void>) {
    const server: ViteDevServer = await createServer({
      configFile: false,
      logLevel: "silent",
      root: fileURLToPath(new URL("./page", import.meta.url)),
      resolve: { conditions: ["@grokscape/source", ...defaultClientConditions] },
      server: { headers, port: 0, hmr: false, ws: false, fs: { strict: false } },
      cacheDir: fileURLToPath(new URL("../../node_modules/.vite-page", import.meta.url)),
    });
    try {
      await server.listen();
      const page = await browser.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      await page.waitForFunction(() => "trainInWorker" in globalThis);
      await look(page);
    } finally {
      await server.close();
    }
  }

  const train = (page: Page, threads?: number) =>
    page.evaluate((count) => trainInWorker(count), threads);

  test("one that is cross-origin isolated has threads, to Node's bits", async () => {
    await visit(isolating, async (page) => {
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      for (const threads of [undefined, 1, 2, 4]) expect(await train(page, threads)).toBe(alone);
    });
  });

  test("any other has one thread, Node's bits, and a reason", async () => {
    await visit({}, async (page) => {
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      for (const threads of [undefined, 1]) expect(await train(page, threads)).toBe(alone);
      expect(await train(page, 2)).toMatch(/refused: 2 threads need shared memory.*COOP/);
    });
  });
});
