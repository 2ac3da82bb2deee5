import { expect, test } from "vitest";
import { articleWords } from "../../src/article/words/index.ts";
import { describeInBrowser } from "./site-in-browser.ts";

const phone = { viewport: { width: 390, height: 844 } };

describeInBrowser("what a reader reaches", (here) => {
  test.concurrent("article, lab and atlas from the menu of a guide, on a phone", async () => {
    const { page, leave } = await here().visit("/en/guides/theory/", phone);
    await page.locator(".sl-menu-button").click();
    for (const name of ["Article", "Lab", "Atlas"]) {
      await page.locator(".menu-sections").getByRole("link", { name, exact: true }).waitFor();
    }
    await leave();
  });

  test.concurrent("in the search what is to be read comes first, and no two buttons share a place", async () => {
    const { page, leave } = await here().visit("/en/", phone);
    await page.locator("site-search > button").click();
    await page.locator("#starlight__search input").fill("energy");
    const results = page.locator(".pagefind-ui__result-link");
    await results.first().waitFor();
    const links = await results.evaluateAll((found) =>
      found.map((link) => (link as HTMLAnchorElement).pathname),
    );
    expect(links[0]).not.toContain("/api/");
    const boxes = await Promise.all(
      ["[data-close-modal]", ".pagefind-ui__search-clear"].map((button) =>
        page.locator(button).first().boundingBox(),
      ),
    );
    const [left, right] = boxes.sort((a, b) => a!.x - b!.x);
    expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x + 1);
    await leave();
  });

  test.concurrent("a run that waits for another says so", async () => {
    const { page, leave } = await here().visit("/en/article/the-surrogate/", {
      viewport: { width: 1200, height: 4000 },
    });
    const buttons = page.locator("claim-run [data-part=main]");
    await buttons.nth(1).press("Enter");
    await page.locator("claim-run[data-state=running]").waitFor();
    await buttons.nth(2).press("Enter");
    await buttons.nth(1).getByText(articleWords.en.claimRun.button.waiting).waitFor();
    await leave();
  });
});
