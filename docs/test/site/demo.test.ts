import type { Page } from "playwright";
import { expect, test } from "vitest";
import { claimNamed } from "../../src/site/claims.ts";
import { GrokDemoOnPage } from "./grok-demo-on-page.ts";
import { describeInBrowser } from "./site-in-browser.ts";

const agreed = { en: "As predicted.", "zh-cn": "与预测相符。" };
const told = {
  en: { memorised: "memorised", understood: "understood" },
  "zh-cn": { memorised: "记住", understood: "悟出" },
};

describeInBrowser("the first page", (here) => {
  test.concurrent.each(["en", "zh-cn"] as const)(
    "trains (%s), with the keyboard alone",
    async (locale) => {
      const { page, problems, leave } = await here().visit(`/${locale}/`);
      const demo = new GrokDemoOnPage(page);
      expect(await demo.state()).toBe("idle");
      expect(await demo.text("verdict")).not.toBe("");

      await demo.press("main");
      const first = await demo.losses(8);
      await demo.press("main");
      expect(await demo.state()).toBe("paused");
      await demo.rests();
      const steps = (await demo.record()).metrics.length;
      await frames(page, 30);
      expect((await demo.record()).metrics.length).toBe(steps);

      await demo.press("reset");
      expect(await demo.state()).toBe("idle");
      expect((await demo.record()).metrics).toEqual([]);
      await demo.press("main");
      expect(await demo.losses(8)).toEqual(first);

      await demo.announces(told[locale].memorised);
      await demo.announces(told[locale].understood);
      await demo.reaches("finished");
      const { metrics, memorisedAt, generalisedAt } = await demo.record();
      expect(metrics[memorisedAt!]?.testAccuracy).toBeLessThan(0.2);
      expect(metrics.at(-1)?.testAccuracy).toBeGreaterThan(0.99);
      // in Node: the same numbers, step for step
      const [measured] = claimNamed("cyclic-23-at-60").variants[0]!.outcomes;
      expect([memorisedAt, generalisedAt]).toEqual([
        measured!.memorisedAt,
        measured!.generalisedAt,
      ]);
      expect(await demo.text("measured")).toContain(String(generalisedAt));
      await demo.says("agreement", agreed[locale]);
      await demo.draws(String(generalisedAt));
      expect(problems).toEqual([]);
      await leave();
    },
  );

  test.concurrent("another group, and too few examples: the prediction follows", async () => {
    const { page, problems, leave } = await here().visit("/zh-cn/");
    const demo = new GrokDemoOnPage(page);
    const before = await demo.text("because");
    await page.locator("input[value='dihedral:12']").check();
    await demo.saysOtherThan("because", before);
    const verdict = await demo.text("verdict");
    await page.locator("[data-part=slider]").press("Home");
    await demo.saysOtherThan("verdict", verdict);
    await demo.press("main");
    await demo.losses(3);
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("begins by itself for those who do not ask for less motion", async () => {
    const { page, problems, leave } = await here().visit("/en/", {
      reducedMotion: "no-preference",
    });
    await new GrokDemoOnPage(page).losses(3);
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("says so when it cannot train, and tries anew when asked", async () => {
    const { page, leave } = await here().visit("/en/");
    await page.route(/training\.worker/, (route) => route.abort());
    const demo = new GrokDemoOnPage(page);
    await demo.press("main");
    await demo.reaches("failed");
    expect(await demo.text("measured")).toContain("It cannot train here");
    await demo.announces("It cannot train here");
    await page.unrouteAll();
    await demo.press("main");
    await demo.losses(3);
    await leave();
  });
});

/** Lets a page draw so often. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  }, count);
