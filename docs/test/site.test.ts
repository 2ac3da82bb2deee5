import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { decodeSafetensors } from "@grokscape/trainer";
import axe from "axe-core";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labWords } from "../src/lab/words/index.ts";
import { chapters } from "../src/site/chapters.ts";
import { claimNamed, variantNamed } from "../src/site/claims.ts";
import { type BuiltSite, buildAndServe } from "./built-site.ts";
import { ClaimOnPage } from "./claim-on-page.ts";
import { GrokDemoOnPage } from "./grok-demo-on-page.ts";
import { LabOnPage } from "./lab-on-page.ts";
import { noBrowser, openBrowser, visit } from "./visitor.ts";

const served = [
  { base: "", locale: "en", headers: {} },
  {
    base: "/grokscape",
    locale: "zh-cn",
    headers: {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    },
  },
] as const;

/** Pages that are made from data look alike: a few of each kind stand for all. */
const made = /^\/(en|zh-cn)\/(atlas|claims|theorems|api)\/(.+)\/$/;
const standIns = ["8-4", "21-1", "weight-decay", "theorem-2", "theorem-6", "trainer-wasm"];
const isSampled = (page: string) => {
  const name = made.exec(page)?.[3];
  return name === undefined || standIns.includes(name);
};

/** Sources of the pages that people write, in one language. */
const written = (locale: string) =>
  readdirSync(new URL(`../src/content/docs/${locale}/`, import.meta.url), { recursive: true })
    .map((file) => String(file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".mdx"))
    .sort();

const inChromium = noBrowser ? `in Chromium (skipped: ${noBrowser})` : "in Chromium";
const agreed = { en: "As predicted.", "zh-cn": "与预测相符。" };
/** At 390 px: first with 60 % of the table, then with 25 %. */
const readers = [
  { locale: "en", variant: 0 },
  { locale: "zh-cn", variant: 2 },
] as const;
const told = {
  en: { memorised: "memorised", understood: "understood" },
  "zh-cn": { memorised: "记住", understood: "悟出" },
};

describe.each(served)('the built site under "$base"', ({ base, locale, headers }) => {
  let site: BuiltSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildAndServe(base, headers);
    if (!noBrowser) browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test("has each page in both languages", () => {
    expect(written("zh-cn")).toEqual(written("en"));
    const pagesOf = (locale: string) =>
      site.pages
        .filter((page) => page.startsWith(`/${locale}/`))
        .map((page) => page.slice(`/${locale}`.length));
    expect(pagesOf("en")).toContain("/");
    expect(pagesOf("zh-cn")).toEqual(pagesOf("en"));
  });

  test("has no link to something missing", () => {
    const missing: string[] = [];
    const pages = new Map<string, string>();
    const read = (file: string) => {
      const html = pages.get(file) ?? readFileSync(file, "utf8");
      pages.set(file, html);
      return html;
    };
    for (const page of [...site.pages.map((page) => `${page}index.html`), "/404.html"]) {
      const html = read(join(site.folder, page));
      const here = new URL(`http://site${base}${page}`);
      for (const [, link] of html.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        const { host, pathname, hash } = new URL(link!.replaceAll("&#38;", "&"), here);
        if (host !== "site") continue;
        const path = join(site.folder, pathname.slice(base.length));
        const file = pathname.endsWith("/") ? join(path, "index.html") : path;
        const found =
          pathname.startsWith(`${base}/`) &&
          existsSync(file) &&
          // what follows "#" in an address of the laboratory is its state
          (hash === "" || pathname.endsWith("/lab/") || hasAnchor(read(file), hash.slice(1)));
        if (!found) missing.push(`${page} → ${link}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test("can be searched in both languages", () => {
    const entry = readFileSync(join(site.folder, "pagefind/pagefind-entry.json"), "utf8");
    const { languages } = JSON.parse(entry) as {
      languages: Record<string, { page_count: number }>;
    };
    expect(languages.en!.page_count).toBeGreaterThan(100);
    expect(languages["zh-cn"]!.page_count).toBeGreaterThan(100);
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

    if (base !== "")
      test("shares a run's work between threads where the headers allow it", async () => {
        const { page, problems, leave } = await visit(browser, `${site.url}/${locale}/lab/`);
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
        const lab = new LabOnPage(page);
        await lab.preset("tian-fig3");
        await lab.press("step");
        await page.waitForFunction(() => {
          const lab = document.querySelector("grok-lab") as unknown as {
            records: { metrics: unknown[] }[];
          };
          return lab.records[0]!.metrics.length === 1;
        });
        await lab.press("step");
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

    test("every kind of page fits its screen, is accessible in light and dark, and has no trouble", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/en/`);
      // what differs between the languages is words, not markup
      const chinese = [
        "/",
        "/lab/",
        "/article/how-much/",
        "/theorems/theorem-2/",
        "/guides/trainer/",
      ];
      const looked = [
        ...site.pages.filter((path) => isSampled(path) && path.startsWith("/en/")),
        ...chinese.map((path) => `/zh-cn${path}`),
        "/404.html",
      ];
      for (const path of looked) {
        await page.goto(site.url + path);
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          const tooWide = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
          expect(tooWide, `${path} at ${width} px`).toBeLessThanOrEqual(0);
          const beneath = await page.evaluate(() => {
            const bottom = (of: string) =>
              document.querySelector(of)!.getBoundingClientRect().bottom;
            return bottom(".masthead .tools") - bottom("header");
          });
          expect(beneath, `${path} at ${width} px: the tools`).toBeLessThanOrEqual(0);
        }
        await page.evaluate(axe.source);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          // in the dark only colours are others
          const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
          const { violations } = await page.evaluate(
            (rules) =>
              (window as unknown as { axe: typeof axe }).axe.run(rules ? { runOnly: rules } : {}),
            rules,
          );
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          expect(found, `${path}, ${colorScheme}`).toEqual([]);
        }
        if (chapters.some(({ slug }) => path === `/en/article/${slug}/`)) {
          const live = page.locator(".sl-markdown-content :is(claim-run, .live-figure)");
          expect(await live.count(), `${path}: something to touch`).toBeGreaterThan(0);
        }
        expect(problems, path).toEqual([]);
      }
      await leave();
    }, 240_000);

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
      const table = await visit(browser, `${site.url}/en/article/the-table/`);
      const cells = table.page.locator("task-table .cells span");
      expect(await cells.count()).toBe(12 * 12);
      const plain = await cells.allTextContents();
      await table.page.locator("task-table [type=checkbox]").check();
      expect(await cells.allTextContents()).not.toEqual(plain);
      await table.page.locator("task-table [value='dihedral:5']").check();
      expect(await cells.count()).toBe(11 * 11);
      await table.page.locator("task-table [type=range]").press("Home");
      expect(await table.page.locator("task-table .covered").count()).toBe(10);
      await table.leave();

      const landscape = await visit(browser, `${site.url}/en/article/the-landscape/`);
      const peaks = landscape.page.locator("energy-peaks");
      const [share, node] = [peaks.locator("input").nth(0), peaks.locator("input").nth(1)];
      await share.press("Home");
      expect(await peaks.locator(".generalising.gone").count()).toBe(1);
      await share.press("End");
      expect(await peaks.locator(".generalising.gone").count()).toBe(0);
      expect(await peaks.locator(".memorising.gone").count()).toBe(1);
      await node.press("End");
      const climbed = peaks.locator("[data-part=climbed]");
      expect(await climbed.textContent()).toContain("generalising");
      expect(Number(await node.inputValue())).toBeLessThan(110);
      const ridge = (await peaks.locator("svg").boundingBox())!;
      await landscape.page.mouse.move(ridge.x + 0.6 * ridge.width, ridge.y + 100);
      await landscape.page.mouse.down();
      await landscape.page.mouse.move(ridge.x + 0.65 * ridge.width, ridge.y + 100);
      await landscape.page.mouse.up();
      expect(await climbed.textContent()).toContain("generalising");
      await landscape.leave();

      const { page, problems, leave } = await visit(browser, `${site.url}/en/article/how-much/`);
      await page.locator("share-of-table input").press("End");
      expect(await page.locator("share-of-table .reading").textContent()).toContain("1,000,000");
      await page.locator("phase-map [value=multiple]").check();
      expect(await page.locator("phase-map [data-unit]:visible").getAttribute("data-unit")).toBe(
        "multiple",
      );
      expect(await page.locator("phase-map [data-part=says]").textContent()).toContain("M ln M");
      expect(problems).toEqual([]);
      await leave();

      const depth = await visit(browser, `${site.url}/en/article/depth/`);
      const clarity = async () =>
        Number(await depth.page.locator("depth-signal [data-part=plain] b").textContent());
      const first = await clarity();
      await depth.page.locator("depth-signal input").press("End");
      expect(await clarity()).toBeLessThan(first / 3);
      await depth.leave();
    });

    test("a claim, run in the page, comes out as it was measured", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/en/article/together/`);
      const claim = new ClaimOnPage(page);
      await claim.press();
      const { generalisedAt } = await claim.finished();
      const measured = variantNamed(claimNamed("width"), "K = 64").outcomes[0]!;
      expect(generalisedAt).toBe(measured.generalisedAt);
      expect(await claim.here(2)).toBe(String(generalisedAt));
      expect(problems).toEqual([]);
      await leave();
    });

    test("the leaked gradient rises, and stays where there is weight decay", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/article/the-wait/`);
      const claim = new ClaimOnPage(page);
      await claim.choose(2);
      await claim.press();
      await claim.finished();
      const gradients = await claim.gradients();
      const largest = Math.max(...gradients.map(({ norm }) => norm));
      expect(gradients.length).toBeGreaterThan(10);
      expect(largest).toBeGreaterThan(gradients[0]!.norm);
      expect(gradients.at(-1)!.norm).toBeGreaterThan(largest / 100);
      await leave();
    });

    test.each(readers)(
      "what is learnt is written briefly before it shows, what is known by heart never ($locale)",
      async ({ locale, variant }) => {
        const { page, problems, leave } = await visit(
          browser,
          `${site.url}/${locale}/article/the-wait/`,
          { viewport: { width: 390, height: 900 } },
        );
        const claim = new ClaimOnPage(page, 1);
        const picture = claim.figure.locator("svg");
        await claim.choose(variant);
        await claim.press();
        await picture.locator(".bits circle").nth(2).waitFor();
        await claim.press();
        expect(await claim.state()).toBe("paused");
        await page.waitForTimeout(300); // a step that was under way may still arrive
        await claim.press();
        const { metrics, memorisedAt, generalisedAt } = await claim.finished();
        const messages = await claim.messages();
        const known = messages.find(({ step }) => step >= memorisedAt!)!;
        const waiting = messages.filter(({ step }) => metrics[step]!.testAccuracy < 0.3).at(-1)!;
        expect(await picture.locator(".bits circle").count()).toBe(messages.length);
        if (variant === 0) {
          expect(generalisedAt).toBeGreaterThan(2 * waiting.step);
          expect(waiting.bits).toBeLessThan(known.bits / 5);
          expect(waiting.testAccuracy).toBeGreaterThan(0.9);
        } else {
          expect(generalisedAt).toBe(null);
          expect(waiting.step).toBe(metrics.at(-1)!.step);
          expect(waiting.bits).toBeGreaterThan(known.bits / 5);
          expect(waiting.bits).toBeGreaterThan(10 * waiting.labelBits);
          expect(waiting.testAccuracy).toBeLessThan(0.1);
        }
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run("claim-run"),
        );
        expect(violations.map(({ id }) => id)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        expect(problems).toEqual([]);
        await leave();
      },
      240_000,
    );

    test("of two figures on a page only the one asked last trains", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/article/by-heart/`);
      const [first, second] = [new ClaimOnPage(page, 0), new ClaimOnPage(page, 1)];
      await page.setViewportSize({ width: 1200, height: 3000 });
      await first.press();
      await page.waitForFunction(
        () =>
          document.querySelector("claim-run .outcome")?.textContent?.startsWith("Step") === true,
      );
      await second.press();
      await page.waitForTimeout(300); // a step that was under way may still arrive
      const rows = (await first.record()).metrics.length;
      await page.waitForTimeout(1000);
      expect((await first.record()).metrics.length).toBe(rows);
      expect((await second.record()).metrics.length).toBeGreaterThan(1);
      await second.press();
      await page.waitForTimeout(500);
      expect((await first.record()).metrics.length).toBeGreaterThan(rows);
      await leave();
    });

    test("the laboratory trains what its address says, and remembers it there", async () => {
      const { page, problems, leave } = await visit(
        browser,
        `${site.url}/en/lab/#compare=1&b.decay=0&steps=600`,
      );
      const lab = new LabOnPage(page);
      const verdicts = lab.part("verdict");
      await verdicts.nth(0).and(page.locator("[data-outcome=generalises]")).waitFor();
      await verdicts.nth(1).and(page.locator("[data-outcome=memorises]")).waitFor();
      await lab.full();
      await lab.press("main");
      const [a, b] = await lab.finished();
      const [measured] = claimNamed("cyclic-23-at-60").variants[0]!.outcomes;
      expect(a).toMatchObject({
        memorisedAt: measured!.memorisedAt,
        generalisedAt: measured!.generalisedAt,
      });
      expect(b!.generalisedAt).toBe(null);

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("[data-take=weights]").press("Enter"),
      ]);
      const { tensors } = decodeSafetensors(readFileSync(await download.path()));
      expect(tensors.W?.shape).toEqual([46, 256]);

      await lab.press("rewind");
      expect((await lab.records())[0]!.metrics).toEqual([]);
      await lab.press("step");
      await page.waitForTimeout(300);
      expect((await lab.records())[0]!.metrics.length).toBeGreaterThan(0);

      await lab.set("seed", "7");
      expect(new URL(page.url()).hash).toContain("seed=7");
      await lab.set("task", "tea:3");
      await page.locator("text=There is no such task.").waitFor();
      expect(problems).toEqual([]);
      await leave();
    });

    test("other networks: suited settings come along, and their nodes are seen", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/${locale}/lab/`);
      const lab = new LabOnPage(page);
      const heads = page.locator("[data-knob=heads]");
      await lab.choose("kind", "transformer");
      await page.locator("[data-group=network] summary").press("Enter");
      expect(await heads.isVisible()).toBe(true);
      expect(await page.locator("form [name=loss]").inputValue()).toBe("cross-entropy");
      await lab.part("verdict").first().and(page.locator("[data-outcome='']")).waitFor();
      await page.locator("[data-part=first] [data-part=nodes] summary").press("Enter");
      await lab.press("step");
      await page.locator("[data-part=first] .waves-view path").first().waitFor();
      await lab.set("heads", "3");
      const warning = labWords[locale].contradiction["heads/width"]!;
      await page.locator("[data-part=warning-list] li", { hasText: warning }).waitFor();
      expect(await lab.part("main").isDisabled()).toBe(true);
      expect(await lab.text("verdict")).toBe(labWords[locale].impossible);

      await lab.preset("complex");
      expect(await heads.isVisible()).toBe(false);
      await lab.full();
      await lab.press("main");
      const [run] = await lab.finished();
      expect(run!.generalisedAt).toBeGreaterThan(run!.memorisedAt!);
      await page.locator("[data-part=first] .waves-view path.generalising").first().waitFor();
      expect(problems).toEqual([]);
      await leave();
    });

    test("the paper's Figure 3 runs in a tab, in full", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/en/lab/`);
      const lab = new LabOnPage(page);
      await lab.preset("tian-fig3");
      await lab.full();
      await lab.press("main");
      const [run] = await lab.finished();
      expect(run!.generalisedAt).toBeGreaterThan(100);
      expect(run!.generalisedAt).toBeLessThan(200);
      expect(run!.metrics.at(-1)!.testAccuracy).toBeGreaterThan(0.99);
      await page.locator("[data-part=first] [data-part=nodes] summary").press("Enter");
      await page.locator("[data-part=first] .waves-view path.generalising").first().waitFor();
      expect(problems).toEqual([]);
      await leave();
    }, 180_000);

    test("the laboratory says what will go wrong", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/lab/`);
      const lab = new LabOnPage(page);
      expect(await lab.part("warnings").isVisible()).toBe(false);
      await lab.preset("careless");
      await lab.part("warnings").waitFor();
      expect(await lab.text("warning-list")).toContain("Without weight decay");
      await leave();
    });

    test("a statement is checked in the page", async () => {
      const { page, problems, leave } = await visit(browser, `${site.url}/en/theorems/theorem-2/`);
      const check = page.locator("live-check");
      const left = check.locator("[data-part=left]");
      const before = await left.textContent();
      await check.locator("input").press("End");
      expect(await left.textContent()).not.toBe(before);
      expect(await check.getAttribute("data-holds")).toBe("true");
      const erratum = page.locator("erratum-check").first();
      await erratum.locator("button").press("Enter");
      await erratum.and(page.locator("[data-computed]")).waitFor();
      expect(problems).toEqual([]);
      await leave();
    });

    test("shows what matters within two seconds", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/`);
      const paint = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe(
              {
                type: "largest-contentful-paint",
                buffered: true,
              },
            );
          }),
      );
      expect(paint).toBeLessThan(2000);
      await leave();
    });

    test("says so when it cannot train", async () => {
      const { page, leave } = await visit(browser, `${site.url}/en/`);
      await page.route(/training\.worker/, (route) => route.abort());
      const demo = new GrokDemoOnPage(page);
      await demo.press("main");
      await demo.reaches("failed");
      expect(await demo.text("measured")).toContain("It cannot train here");
      await demo.announces("It cannot train here");
      await leave();
    });
  });
});

/** Whether a page has what a link's fragment names. */
const hasAnchor = (html: string, name: string) =>
  new RegExp(
    `\\s(?:id|name)="?${decodeURIComponent(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["\\s>]`,
  ).test(html);
