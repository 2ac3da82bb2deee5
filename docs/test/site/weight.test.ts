import { expect, test } from "vitest";
import { measuredPages } from "../../scripts/site/measured-pages.ts";
import { describeInBrowser } from "./site-in-browser.ts";
import { type Weight, weigh } from "./weight.ts";

type Limits = Weight["bytes"] & Pick<Weight, "requests" | "work" | "made" | "workers">;

const weighedPages = [
  ...measuredPages,
  "/en/gallery/",
  "/en/gallery/spectrum-timeline/",
  "/en/gallery/feature-tables/",
  "/en/lesson/",
] as const;
type WeighedPage = (typeof weighedPages)[number];

/** What a page may cost at most: a fifth to a half more than it does. */
const limits = {
  first: { html: 15_000, styles: 23_000, scripts: 65_000, work: 25_000, made: 20, workers: 0 },
  article: { html: 27_000, styles: 25_000, scripts: 62_000, work: 3000, made: 40, workers: 0 },
  theorem: { html: 9000, styles: 23_000, scripts: 42_000, work: 2000, made: 20, workers: 0 },
  picture: { html: 130_000, styles: 23_000, scripts: 42_000, work: 2000, made: 20, workers: 0 },
  lesson: { html: 14_000, styles: 23_000, scripts: 75_000, work: 6000, made: 20, workers: 0 },
  lab: { html: 19_000, styles: 23_000, scripts: 85_000, work: 12_000, made: 30, workers: 1 },
} as const satisfies Record<string, Omit<Limits, "fonts" | "requests">>;

const kindOf = (page: WeighedPage): keyof typeof limits =>
  page.includes("/article/")
    ? "article"
    : page.includes("/theorems/")
      ? "theorem"
      : page.includes("/gallery/")
        ? "picture"
        : page.endsWith("/lesson/")
          ? "lesson"
          : page.endsWith("/lab/")
            ? "lab"
            : "first";

const serif = "source-serif-4-latin-wght-normal.woff2";
const sans = "source-sans-3-latin-wght-normal.woff2";
const italic = "source-serif-4-latin-400-italic.woff2";
const greek = "source-sans-3-greek-wght-normal.woff2";
const mathematics = ["KaTeX_Main-Regular.woff2", "KaTeX_Math-Italic.woff2"];

/** The faces that a page needs for its letters. */
const fonts: Readonly<Record<WeighedPage, readonly string[]>> = {
  "/en/": [sans, serif],
  "/zh-cn/": [sans, serif],
  "/en/article/the-table/": [...mathematics, sans, italic, serif],
  "/zh-cn/article/by-heart/": [...mathematics, sans, serif],
  "/en/article/the-wait/": [...mathematics, greek, sans, serif],
  "/en/article/the-landscape/": [
    "KaTeX_Caligraphic-Regular.woff2",
    ...mathematics,
    sans,
    italic,
    serif,
  ],
  "/en/article/how-much/": [...mathematics, sans, serif],
  "/en/article/together/": [...mathematics, sans, serif],
  "/en/article/depth/": [sans, serif],
  "/en/theorems/theorem-2/": [
    "KaTeX_Caligraphic-Regular.woff2",
    ...mathematics,
    sans,
    "source-serif-4-greek-wght-normal.woff2",
    serif,
  ],
  "/en/gallery/": [sans, serif],
  "/en/gallery/spectrum-timeline/": [sans, serif],
  "/en/gallery/feature-tables/": [sans, serif],
  "/en/lesson/": [sans, italic, serif],
  "/en/lab/": [greek, sans, serif],
  "/zh-cn/lab/": [greek, sans, serif],
};

describeInBrowser("what a page costs before its reader does anything", (here) => {
  test.concurrent.each(weighedPages)(
    "%s is light, its scripts have little to do, and nothing moves when they come",
    async (path) => {
      const { page, problems, leave } = await here().open();
      const {
        bytes,
        requests,
        work,
        made,
        workers,
        shifted,
        fonts: fetched,
      } = await weigh(page, here().site.url + path);
      const { fonts: _, ...texts } = bytes;
      const most = limits[kindOf(path)];
      for (const [name, value] of Object.entries({ ...texts, work, made, workers })) {
        expect(value, name).toBeLessThanOrEqual(most[name as keyof typeof most]);
      }
      expect(texts.scripts).toBeGreaterThan(1000);
      expect(work).toBeGreaterThan(100);
      expect(requests).toBeLessThanOrEqual(43);
      expect(fetched).toEqual([...fonts[path]].sort());
      expect(bytes.fonts).toBeLessThan(180_000);
      expect(shifted).toEqual([]);
      expect(problems).toEqual([]);
      await leave();
    },
  );
});
