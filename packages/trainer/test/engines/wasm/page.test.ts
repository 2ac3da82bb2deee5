import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { type Browser, chromium, type Page } from "playwright";
import { build, defaultClientConditions, type PreviewServer, preview } from "vite";
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
  let built: string;
  let server: PreviewServer;
  let headers: Record<string, string>;
  let alone: string;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    built = await mkdtemp(join(tmpdir(), "wasm-page-"));
    const page = {
      configFile: false,
      logLevel: "silent",
      root: fileURLToPath(new URL("./page", import.meta.url)),
    } as const;
    await build({
      ...page,
      resolve: { conditions: ["@grokscape/source", ...defaultClientConditions] },
      build: { outDir: built },
    });
    server = await preview({
      ...page,
      build: { outDir: built },
      preview: { port: 0 },
      plugins: [
        {
          name: "headers-of-a-visit",
          configurePreviewServer({ middlewares }) {
            middlewares.use((_request, response, next) => {
              for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
              next();
            });
          },
        },
      ],
    });
    alone = await weightsAfterShortRun(wasmEngine({ threads: 1 }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(built, { recursive: true, force: true });
  });

  /** Opens the page, in a profile of its own, as served with these headers. */
  async function visit(sent: Record<string, string>, look: (page: Page) => Promise<void>) {
    headers = sent;
    const page = await browser.newPage();
    try {
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      await page.waitForFunction(() => "trainInWorker" in globalThis);
      await look(page);
    } finally {
      await page.close();
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
      expect(await train(page, 2)).toMatch(
        /refused: InputError: 2 threads need shared memory.*COOP/,
      );
    });
  });

  const policy = (scripts: string, workers: string) => ({
    ...isolating,
    "Content-Security-Policy": `script-src 'self' ${scripts}; worker-src 'self' ${workers}`,
  });

  test("one whose policy allows both trains as if it had none", async () => {
    await visit(policy("'wasm-unsafe-eval'", "blob:"), async (page) => {
      for (const threads of [undefined, 2]) expect(await train(page, threads)).toBe(alone);
    });
  });

  test("one whose policy has no workers from blobs trains on one thread, and says why not on more", async () => {
    await visit(policy("'wasm-unsafe-eval'", ""), async (page) => {
      for (const threads of [undefined, 1]) expect(await train(page, threads)).toBe(alone);
      expect(await train(page, 2)).toMatch(/^refused: InputError: 2 threads .* worker-src blob:/);
    });
  });

  test("one whose policy has no WebAssembly says what to add", async () => {
    await visit(policy("", "blob:"), async (page) => {
      for (const threads of [undefined, 1, 2]) {
        expect(await train(page, threads)).toMatch(
          /^refused: InputError: WebAssembly may not be compiled here .* 'wasm-unsafe-eval'/,
        );
      }
    });
  });
});
