import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build, defaultClientConditions } from "vite";
import { median } from "../../statistics.ts";

/** Milliseconds in a page that has just been opened, at configuration A on one thread. */
export interface FirstStep {
  /** Loading and compiling the code, from a server on this machine. */
  readonly importing: number;
  /** Task, split and starting weights. */
  readonly preparing: number;
  /** Compiling the kernels, and the first step. */
  readonly stepping: number;
}

const executable = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

const html = `<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>`;

/** Medians over so many visits, each in a browser that has started and seen nothing yet; undefined without Chromium. */
export async function measureFirstStep(visits: number): Promise<FirstStep | undefined> {
  if (!existsSync(executable)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "grokscape-bench-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      resolve: { conditions: ["@grokscape/source", ...defaultClientConditions] },
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: "es2022",
        rolldownOptions: {
          input: fileURLToPath(new URL("./page.ts", import.meta.url)),
          output: { entryFileNames: "page.js" },
        },
      },
    });
    writeFileSync(join(folder, "index.html"), html);
    return await visit(folder, visits);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function visit(folder: string, visits: number): Promise<FirstStep> {
  const server = createServer(({ url }, response) => {
    const file = join(folder, normalize(url === "/" ? "/index.html" : (url as string)));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const times: FirstStep[] = [];
  try {
    for (let i = 0; i < visits; i++) {
      const browser = await chromium.launch({
        executablePath: executable,
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      });
      const page = await browser.newPage();
      await page.waitForTimeout(1000); // the browser's own start is over
      await page.goto(`http://127.0.0.1:${port}/`);
      const handle = await page.waitForFunction("globalThis.times");
      times.push((await handle.jsonValue()) as FirstStep);
      await browser.close();
    }
  } finally {
    server.close();
  }
  return {
    importing: median(times.map(({ importing }) => importing)),
    preparing: median(times.map(({ preparing }) => preparing)),
    stepping: median(times.map(({ stepping }) => stepping)),
  };
}
