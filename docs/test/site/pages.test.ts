import axe from "axe-core";
import { expect, inject, test } from "vitest";
import { pagesIn } from "../../scripts/site/serve.ts";
import { chapters } from "../../src/site/chapters.ts";
import { describeInBrowser } from "./site-in-browser.ts";

/** Pages of one kind look alike: a few of each stand for all. */
const made =
  /^\/(?:en|zh-cn)\/((?:atlas|borders|claims|theorems|gallery|api|guides|contribute|teach)\/.+)\/$/;
const standIns = [
  "atlas/8-4",
  "borders/border-quadratic",
  "claims/weight-decay",
  "theorems/theorem-2",
  "gallery/feature-waves",
  "api/trainer-wasm",
  "guides/trainer",
  "contribute/architecture",
  "teach/predict",
  "teach/results",
];
const isSampled = (page: string) => {
  const name = made.exec(page)?.[1];
  return name === undefined || standIns.includes(name);
};

const looked = [
  ...pagesIn(inject("site")).filter((page) => isSampled(page) && page.startsWith("/en/")),
  // what differs between the languages is words, not markup
  ...["/", "/lab/", "/article/how-much/"].map((page) => `/zh-cn${page}`),
  "/404.html",
];
const isChapter = (page: string) => chapters.some(({ slug }) => page === `/en/article/${slug}/`);

describeInBrowser("every kind of page", (here) => {
  test.concurrent.each(looked)(
    "%s fits its screen, is accessible in light and dark, and has no trouble",
    async (path) => {
      const { page, problems, leave } = await here().visit(path);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const { tooWide, toolsBelow } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const bottom = (of: string) => document.querySelector(of)!.getBoundingClientRect().bottom;
          return {
            tooWide: scrollWidth - clientWidth,
            toolsBelow: bottom(".masthead .tools") - bottom("header"),
          };
        });
        expect(tooWide, `at ${width} px`).toBeLessThanOrEqual(0);
        expect(toolsBelow, `the tools at ${width} px`).toBeLessThanOrEqual(0);
      }
      await page.evaluate(axe.source);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        // in the dark only colours are others
        const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
        const { violations } = await page.evaluate(
          (rules) =>
            (window as unknown as { axe: typeof axe }).axe.run({
              resultTypes: ["violations"],
              ...(rules && { runOnly: rules }),
            }),
          rules,
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect(found, colorScheme).toEqual([]);
      }
      if (isChapter(path)) {
        const live = page.locator(
          ".sl-markdown-content :is(claim-run, transformer-run, .live-figure)",
        );
        expect(await live.count(), "something to touch").toBeGreaterThan(0);
      }
      expect(problems).toEqual([]);
      await leave();
    },
  );
});
