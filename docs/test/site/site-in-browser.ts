import type { Browser, BrowserContextOptions } from "playwright";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { type ServedSite, serve } from "../../scripts/site/serve.ts";
import { base } from "./build.ts";
import { arrive, noBrowser, openBrowser, type Visitor, visit } from "./visitor.ts";

interface SiteInBrowser {
  readonly site: ServedSite;
  /** Someone who has not opened a page yet. */
  open(): Promise<Visitor>;
  /** @param path of a page, below the base: "/en/" */
  visit(path: string, options?: BrowserContextOptions): Promise<Visitor>;
}

/**
 * Tests of the built site in a browser; skipped where there is none.
 *
 * @param headers that the host sends with every file
 */
export function describeInBrowser(
  title: string,
  tests: (get: () => SiteInBrowser) => void,
  headers: Readonly<Record<string, string>> = {},
): void {
  describe.skipIf(noBrowser)(noBrowser ? `${title} (skipped: ${noBrowser})` : title, () => {
    let site: ServedSite;
    let browser: Browser;
    beforeAll(async () => {
      site = await serve(inject("site"), base, headers);
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      site?.close();
    });
    tests(() => ({
      site,
      open: () => arrive(browser, site.url),
      visit: (path, options) => visit(browser, site.url + path, options),
    }));
  });
}
