import type { Page } from "playwright";

/** What a page costs before its reader does anything, in units that are the same on every machine. */
export interface Weight {
  /** Bytes as they are served, by kind. */
  readonly bytes: Readonly<Record<"html" | "styles" | "scripts" | "fonts", number>>;
  readonly requests: number;
  /** Names of the fonts that are fetched, without their hashes. */
  readonly fonts: readonly string[];
  /** How often any branch of the page's own scripts was run through. */
  readonly work: number;
  /** Elements that scripts put into the page. */
  readonly made: number;
  /** Workers that were started. */
  readonly workers: number;
  /** What moved when its scripts came, as HTML. */
  readonly shifted: readonly string[];
}

const kinds: Readonly<Record<string, keyof Weight["bytes"]>> = {
  document: "html",
  stylesheet: "styles",
  script: "scripts",
  font: "fonts",
};

/** Opens a page, lets its scripts in once it is drawn without them, and weighs it when nothing is left to do. */
export async function weigh(page: Page, address: string): Promise<Weight> {
  const bytes = { html: 0, styles: 0, scripts: 0, fonts: 0 };
  const fonts: string[] = [];
  let requests = 0;
  let workers = 0;
  const sizes: Promise<void>[] = [];
  page.on("worker", () => workers++);
  page.on("requestfinished", (request) => {
    requests++;
    const kind = kinds[request.resourceType()];
    if (!kind) return;
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes[kind] += responseBodySize;
      }),
    );
    const name = new URL(request.url()).pathname.split("/").at(-1)!;
    if (kind === "fonts") fonts.push(name.replace(/\.[\w-]{8}(?=\.\w+$)/, ""));
  });
  await page.addInitScript(() => {
    const counted = window as unknown as { made: number };
    counted.made = 0;
    document.addEventListener("DOMContentLoaded", () =>
      new MutationObserver((mutations) => {
        for (const { addedNodes } of mutations) {
          for (const node of addedNodes) {
            if (node instanceof Element) counted.made += 1 + node.querySelectorAll("*").length;
          }
        }
      }).observe(document, { childList: true, subtree: true }),
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  let letScriptsIn = () => {};
  const drawn = new Promise<void>((resolve) => {
    letScriptsIn = resolve;
  });
  // but for those that a page waits for while it is read
  await page.route(/\/(?!inline\.)[^/]+\.js$/, async (route) => {
    await drawn;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => document.readyState === "interactive");
  await page.evaluate(watchShifts);
  letScriptsIn();
  await page.waitForLoadState("load");
  await settled(page);
  const { result } = await session.send("Profiler.takePreciseCoverage");
  const { origin } = new URL(address);
  const work = result
    .filter(({ url }) => url.startsWith(origin))
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);
  const { made, shifted } = await page.evaluate(() => {
    const { made, shifted } = window as unknown as { made: number; shifted: string[] };
    return { made, shifted };
  });
  await Promise.all(sizes);
  return { bytes, requests, fonts: fonts.sort(), work, made, workers, shifted };
}

interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node?: Node }[];
}

/** In the page: notes from the next frame on what moves. */
async function watchShifts(): Promise<void> {
  await document.fonts.ready;
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  const shifted: string[] = [];
  Object.assign(window, { shifted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      shifted.push(
        ...entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120) ?? ""),
      );
    }
  }).observe({ type: "layout-shift" });
}

/** Waits until fonts are there, and what waited for idleness is done. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestIdleCallback(resolve));
  });
}
