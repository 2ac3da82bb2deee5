import axe from "axe-core";
import { expect, test } from "vitest";
import type { HeightMessage } from "../../src/embed/snippet.ts";
import { claimNamed, variantNamed } from "../../src/site/claims.ts";
import { ClaimOnPage } from "./claim-on-page.ts";
import { describeInBrowser } from "./site-in-browser.ts";

describeInBrowser("the article", (here) => {
  test.concurrent("the table can be covered and disguised", async () => {
    const { page, problems, leave } = await here().visit("/en/article/the-table/");
    const figure = page.locator("task-table");
    const picture = figure.locator("figure > svg");
    const letters = picture.locator("text", { hasText: /^[A-K]$/ });
    const eleven = picture.locator("text", { hasText: /^10$/ });
    const numbers = await eleven.count();
    expect(numbers).toBeGreaterThan(2);
    await figure.locator("[type=checkbox]").check();
    await letters.first().waitFor();
    expect(await eleven.count()).toBe(0);
    await figure.locator("[value='dihedral:5']").check();
    await picture.and(page.locator(":has-text('D₅')")).waitFor();
    await figure.locator("[type=range]").press("Home");
    await figure.locator("output", { hasText: "10 of 100" }).waitFor();
    await picture.locator("desc", { hasText: "10 of 100 products" }).waitFor({ state: "attached" });
    expect(await letters.count()).toBe(90 + 20);
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("a figure stands alone in a frame of another page, and says how high it is", async () => {
    const { page, problems, leave } = await here().open();
    const source = `${here().site.url}/en/article/by-heart/?embed=run-cyclic-23-at-60&theme=dark`;
    const said = await page.evaluate(
      (source) =>
        new Promise<HeightMessage>((resolve) => {
          addEventListener("message", ({ data }) => resolve(data));
          document.body.innerHTML = `<iframe src="${source}" style="width: 600px"></iframe>`;
        }),
      source,
    );
    expect(said).toMatchObject({ type: "grokscape:height", figure: "run-cyclic-23-at-60" });
    expect(said.height).toBeGreaterThan(300);
    const inside = page.frameLocator("iframe");
    const start = (await inside.locator("claim-run:visible [data-part=main]").boundingBox())!;
    expect(start.y + start.height).toBeLessThan(150);
    for (const other of ["header", "h1", "p:not(claim-run p)"]) {
      expect(await inside.locator(`${other}:visible`).count(), other).toBe(0);
    }
    expect(await inside.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await inside.locator("embed-code a:visible").getAttribute("href")).not.toContain(
      "embed",
    );
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("a node climbs the ridge", async () => {
    const { page, problems, leave } = await here().visit("/en/article/the-landscape/");
    const peaks = page.locator("energy-peaks");
    const [share, node] = [peaks.locator("input").nth(0), peaks.locator("input").nth(1)];
    await share.press("Home");
    const peak = (kind: string) => peaks.locator(`[data-mark="${kind} peak"]`);
    await peak("generalising").waitFor({ state: "detached" });
    expect(await peak("memorising").count()).toBe(1);
    await share.press("End");
    await peak("memorising").waitFor({ state: "detached" });
    expect(await peak("generalising").count()).toBe(1);
    await node.press("End");
    const climbed = peaks.locator("[data-part=climbed]");
    expect(await climbed.textContent()).toContain("generalising");
    expect(Number(await node.inputValue())).toBeLessThan(110);
    const ridge = (await peaks.locator("[data-mark=energy]").boundingBox())!;
    await page.mouse.move(ridge.x + 0.6 * ridge.width, ridge.y + 100);
    await page.mouse.down();
    await page.mouse.move(ridge.x + 0.65 * ridge.width, ridge.y + 100);
    await page.mouse.up();
    expect(await climbed.textContent()).toContain("generalising");
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("the amount of data can be counted in other ways", async () => {
    const { page, problems, leave } = await here().visit("/en/article/how-much/");
    const axis = page.locator("phase-map svg:visible text", { hasText: "in train, in M ln M" });
    expect(await axis.count()).toBe(0);
    await page.locator("phase-map [value=criticalMultiple]").check();
    await axis.first().waitFor();
    expect(await page.locator("phase-map [data-part=says]").textContent()).toContain("M ln M");
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent.each([
    ["muon", "coupon-nodes", "End"],
    ["together", "two-nodes", "End"],
  ])("the figure of %s follows its slider", async (chapter, figure, key) => {
    const { page, problems, leave } = await here().visit(`/en/article/${chapter}/`);
    const output = page.locator(`${figure} output`).first();
    const before = await page.locator(figure).textContent();
    const value = await output.textContent();
    const says = page.locator(`${figure} [data-part=says]`);
    expect(await says.textContent()).not.toBe("");
    await page.locator(`${figure} [type=range]`).first().press(key);
    await output.filter({ hasNotText: new RegExp(`^${value}$`) }).waitFor();
    expect(await page.locator(figure).textContent()).not.toBe(before);
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("a claim, run in the page, comes out as it was measured", async () => {
    const { page, problems, leave } = await here().visit("/en/article/together/");
    const claim = new ClaimOnPage(page);
    const pale = claim.figure.locator("svg:visible [data-mark='earlier test line']");
    expect(await pale.count(), "the measured curve, at once").toBe(1);
    await claim.press();
    const { generalisedAt } = await claim.finished();
    const measured = variantNamed(claimNamed("width"), "K = 64").outcomes[0]!;
    expect(generalisedAt).toBe(measured.generalisedAt);
    expect(await claim.here(2)).toBe(String(generalisedAt));
    await claim.figure.locator("[data-part=picture] > svg:visible").first().waitFor();
    await claim.choose(3);
    await pale.nth(1).waitFor();
    const names = claim.figure.locator("svg:visible text", { hasText: /^K = 64$/ });
    expect(await names.count(), "the run before stays, by its name").toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("the leaked gradient rises, and stays where there is weight decay", async () => {
    const { page, leave } = await here().visit("/en/article/the-wait/");
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

  test.concurrent("bits are drawn as they are counted, and fit a phone", async () => {
    const { page, problems, leave } = await here().visit("/zh-cn/article/the-wait/", {
      viewport: { width: 390, height: 900 },
    });
    const claim = new ClaimOnPage(page, 1);
    const circles = claim.figure.locator("svg circle[data-mark=made]");
    await claim.press();
    await circles.nth(2).waitFor();
    await claim.press();
    expect(await claim.state()).toBe("paused");
    await claim.rests();
    const messages = await claim.messages();
    expect(messages.map(({ step }) => step)).toEqual([5, 10, 20, 40].slice(0, messages.length));
    expect(await circles.count()).toBe(messages.length);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run("claim-run"),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("of two figures on a page only the one asked last trains", async () => {
    const { page, leave } = await here().visit("/en/article/by-heart/", {
      viewport: { width: 1200, height: 3000 },
    });
    const [first, second] = [new ClaimOnPage(page, 0), new ClaimOnPage(page, 1)];
    await first.press();
    await first.reaches(3);
    await second.press();
    await first.rests();
    const rows = (await first.record()).metrics.length;
    await second.reaches(40); // as many as the first would have made meanwhile
    expect((await first.record()).metrics.length).toBe(rows);
    await second.press();
    await first.reaches(rows + 1);
    await leave();
  });

  test.concurrent("a statement is checked in the page", async () => {
    const { page, problems, leave } = await here().visit("/en/theorems/theorem-2/");
    const check = page.locator("live-check");
    const left = check.locator("[data-part=left]");
    const before = (await left.textContent())!;
    await check.locator("input").press("End");
    await left.filter({ hasNotText: before }).waitFor();
    expect(await check.getAttribute("data-holds")).toBe("true");
    const erratum = page.locator("erratum-check").first();
    await erratum.locator("button").press("Enter");
    await erratum.and(page.locator("[data-computed]")).waitFor();
    expect(problems).toEqual([]);
    await leave();
  });
});
