import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimNamed } from "../src/site/claims.ts";
import { type BuiltSite, buildAndServe } from "./built-site.ts";
import { GrokDemoOnPage } from "./grok-demo-on-page.ts";
import { noBrowser, openBrowser, visit } from "./visitor.ts";

const served = [
  { base: "", locale: "en" },
  { base: "/grokscape", locale: "zh-cn" },
] as const;

const inChromium = noBrowser ? `in Chromium (skipped: ${noBrowser})` : "in Chromium";
const agreed = { en: "As predicted.", "zh-cn": "与预测相符。" };
const told = {
  en: { memorised: "memorised", understood: "understood" },
  "zh-cn": { memorised: "记住", understood: "悟出" },
};

describe.each(served)('the built site under "$base"', ({ base, locale }) => {
  let site: BuiltSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildAndServe(base);
    if (!noBrowser) browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test("has each page in both languages", () => {
    const pagesOf = (locale: string) =>
      site.pages
        .filter((page) => page.startsWith(`/${locale}/`))
        .map((page) => page.slice(`/${locale}`.length));
    expect(pagesOf("en")).toContain("/");
    expect(pagesOf("zh-cn")).toEqual(pagesOf("en"));
  });

  test("has no link to something missing", () => {
    const missing: string[] = [];
    for (const page of [...site.pages.map((page) => `${page}index.html`), "/404.html"]) {
      const html = readFileSync(join(site.folder, page), "utf8");
      const here = new URL(`http://site${base}${page}`);
      for (const [, link] of html.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        const { host, pathname } = new URL(link!, here);
        if (host !== "site") continue;
        const file = join(site.folder, pathname.slice(base.length));
        const found =
          pathname.startsWith(`${base}/`) &&
          existsSync(pathname.endsWith("/") ? join(file, "index.html") : file);
        if (!found) missing.push(`${page} → ${link}`);
      }
    }
    expect(missing).toEqual([]);
  });

  describe.skipIf(noBrowser)(inChromium, () => {
    test(`another group, and too few examples (${locale}): the prediction follows`, async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/${locale}/`);
      const demo = new GrokDemoOnPage(page);
      const before = await demo.text("because");
      await page.locator("input[value='dihedral:12']").check();
      expect(await demo.text("because")).not.toBe(before);
      const verdict = await demo.text("verdict");
      await page.locator("[data-part=slider]").press("Home");
      expect(await demo.text("verdict")).not.toBe(verdict);
      await demo.press("main");
      await demo.losses(3);
      expect(problems).toEqual([]);
      await leave();
    });
  });

  // What follows does not depend on the path that the site is served under.
  if (base !== "") return;
  describe.skipIf(noBrowser)(inChromium, () => {
    test.concurrent.each(["en", "zh-cn"] as const)(
      "trains on the first page (%s), with the keyboard alone",
      async (locale) => {
        const visitor = await visit(browser, `${site.url}/${locale}/`);
        const demo = new GrokDemoOnPage(visitor.page);
        expect(await demo.state()).toBe("idle");
        expect(await demo.text("verdict")).not.toBe("");

        await demo.press("main");
        const first = await demo.losses(8);
        await demo.press("main");
        expect(await demo.state()).toBe("paused");
        await visitor.page.waitForTimeout(300); // a step that was under way may still arrive
        const steps = (await demo.record()).metrics.length;
        await visitor.page.waitForTimeout(600);
        expect((await demo.record()).metrics.length).toBe(steps);

        await demo.press("reset");
        expect(await demo.state()).toBe("idle");
        expect((await demo.record()).metrics).toEqual([]);
        await demo.press("main");
        expect(await demo.losses(8)).toEqual(first);

        await demo.announces(told[locale].memorised);
        expect((await demo.record()).metrics.at(-1)?.testAccuracy).toBeLessThan(0.2);
        await demo.announces(told[locale].understood);
        await demo.reaches("finished");
        const { metrics, memorisedAt, generalisedAt } = await demo.record();
        expect(metrics.at(-1)?.testAccuracy).toBeGreaterThan(0.99);
        // in Node: the same numbers, step for step
        const [measured] = claimNamed("cyclic-23-at-60").variants[0]!.outcomes;
        expect([memorisedAt, generalisedAt]).toEqual([
          measured!.memorisedAt,
          measured!.generalisedAt,
        ]);
        expect(await demo.text("measured")).toContain(String(generalisedAt));
        expect(await demo.text("agreement")).toBe(agreed[locale]);
        expect(await demo.text("curve")).toContain(String(generalisedAt));
        expect(visitor.problems).toEqual([]);
        await visitor.leave();
      },
    );

    test("fits screens of 360, 390 and 1440 px", async () => {
      for (const path of [...site.pages, "/404.html"]) {
        const { page, problems, leave } = await visit(browser, site.url + path);
        for (const width of [1440, 390, 360]) {
          await page.setViewportSize({ width, height: 900 });
          const tooWide = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
          expect(tooWide, `${path} at ${width} px`).toBeLessThanOrEqual(0);
        }
        expect(problems, path).toEqual([]);
        await leave();
      }
    });

    test("is accessible, light and dark", async () => {
      for (const path of [...site.pages, "/404.html"]) {
        const { page, leave } = await visit(browser, site.url + path);
        await page.evaluate(axe.source);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await page.evaluate(() =>
            (window as unknown as { axe: typeof axe }).axe.run(),
          );
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          expect(found, `${path}, ${colorScheme}`).toEqual([]);
        }
        await leave();
      }
    });

    test("sends less than 200 kB of JavaScript before training starts", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/`);
      await page.waitForLoadState("networkidle");
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.endsWith(".js")),
      );
      const sum = scripts
        .map((path) => gzipSync(readFileSync(join(site.folder, path))).length)
        .reduce((sum, size) => sum + size, 0);
      expect(sum).toBeGreaterThan(1_000);
      expect(sum).toBeLessThan(200_000);
      await leave();
    });

    test("begins by itself for those who do not ask for less motion", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/en/`, {
        reducedMotion: "no-preference",
      });
      await new GrokDemoOnPage(page).losses(3);
      expect(problems).toEqual([]);
      await leave();
    });

    test("the article's figures answer", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/en/what-is-grokking/`);
      const cells = page.locator("task-table .cells span");
      expect(await cells.count()).toBe(12 * 12);
      const plain = await cells.allTextContents();
      await page.locator("task-table [type=checkbox]").check();
      expect(await cells.allTextContents()).not.toEqual(plain);
      await page.locator("task-table [value='dihedral:5']").check();
      expect(await cells.count()).toBe(11 * 11);
      await page.locator("task-table [type=range]").press("Home");
      expect(await page.locator("task-table .covered").count()).toBe(10);

      const peaks = page.locator("energy-peaks");
      await peaks.locator("input").press("Home");
      expect(await peaks.locator(".generalising.gone").count()).toBe(1);
      await peaks.locator("input").press("End");
      expect(await peaks.locator(".generalising.gone").count()).toBe(0);
      expect(await peaks.locator(".memorising.gone").count()).toBe(1);

      await page.locator("share-of-table input").press("End");
      expect(await page.locator("share-of-table .reading").textContent()).toContain("1,000,000");
      expect(problems).toEqual([]);
      await leave();
    });

    test("says so when it cannot train", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/`);
      await page.route(/train\.worker/, (route) => route.abort());
      const demo = new GrokDemoOnPage(page);
      await demo.press("main");
      await demo.reaches("failed");
      expect(await demo.text("measured")).toContain("It cannot train here");
      await demo.announces("It cannot train here");
      await leave();
    });
  });
});
