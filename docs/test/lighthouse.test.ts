import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildAndServe } from "./built-site.ts";
import { noBrowser, openBrowser } from "./visitor.ts";

const pages = [
  "/en/",
  "/zh-cn/",
  "/en/article/the-landscape/",
  "/zh-cn/article/by-heart/",
  "/en/lab/",
  "/zh-cn/lab/",
];
const bar = 0.95;
/** The machine may be busy with something else: the best of so many counts. */
const tries = 3;

describe.skipIf(noBrowser)(
  noBrowser ? `Lighthouse (skipped: ${noBrowser})` : "Lighthouse, as on a phone",
  () => {
    let site: BuiltSite;
    let browser: Browser;
    let port: number;

    beforeAll(async () => {
      site = await buildAndServe("");
      port = await freePort();
      browser = await openBrowser([`--remote-debugging-port=${port}`]);
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      site?.close();
    });

    /** Scores by category, and what of the exact ones is not right. */
    async function judge(page: string, categories: readonly string[]) {
      const result = await lighthouse(site.url + page, {
        port,
        logLevel: "silent",
        onlyCategories: [...categories],
      });
      const { lhr } = result!;
      expect(lhr.runtimeError).toBe(undefined);
      const wrong = categories
        .flatMap((name) => lhr.categories[name]!.auditRefs)
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id]!.score === 0)
        .map(({ id }) => lhr.audits[id]!.title);
      return { scores: categories.map((name) => lhr.categories[name]!.score ?? 0), wrong };
    }

    test.each(pages)("%s is accessible, well made and can be found", async (page) => {
      const { scores, wrong } = await judge(page, ["accessibility", "best-practices", "seo"]);
      for (const score of scores) expect(score, wrong.join("; ")).toBeGreaterThanOrEqual(bar);
    });

    test.each(pages)(
      "%s is quick",
      async (page) => {
        let best = 0;
        for (let i = 0; i < tries && best < bar; i++) {
          const { scores } = await judge(page, ["performance"]);
          best = Math.max(best, ...scores);
        }
        expect(best).toBeGreaterThanOrEqual(bar);
      },
      180_000,
    );
  },
);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
