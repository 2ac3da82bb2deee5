import { task } from "@grokscape/group-datasets";
import { smallestLesson } from "@grokscape/theory";
import { expect, test } from "vitest";
import { lessonWords } from "../../src/lesson/words/index.ts";
import { describeInBrowser } from "./site-in-browser.ts";

const words = lessonWords.en;

describeInBrowser("the smallest lesson", (here) => {
  test("is played with a finger and with keys, and trains on the cells chosen", async () => {
    const { page, problems, leave } = await here().visit("/en/lesson/#shown=***", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const part = (name: string) => page.locator(`smallest-lesson [data-part="${name}"]`);
    const says = (name: string, hasText: string | RegExp) =>
      part(name).filter({ hasText }).waitFor();
    const cell = (index: number) => page.locator(`[data-cell="${index}"]`);
    await says("says", words.damaged("shown"));

    const { examples, floor } = smallestLesson(task("cyclic:5"));
    await cell(0).tap();
    await cell(0).and(page.locator("[data-kind=shown]")).waitFor();
    await says("says", "0 + 0 = 0 is shown");
    await cell(0).press("ArrowRight");
    await page.keyboard.press("Space");
    await cell(1).and(page.locator("[data-kind=shown]:focus")).waitFor();
    for (const index of examples.slice(2)) await cell(index).press("Enter");
    await says("solved", words.solvedBest(floor));
    expect(new URL(page.url()).hash).toMatch(/^#shown=[\w-]+&record=12$/);
    expect(await cell(24).getAttribute("aria-label")).toBe(words.cell.follows("4 + 4", "3"));

    await cell(24).tap();
    await says("why", "4∘4 = 3 remains");
    expect(await page.locator("[data-sign='+']").count()).toBeGreaterThan(1);
    const side = await cell(24).boundingBox();
    expect(Math.min(side!.width, side!.height)).toBeGreaterThan(44);

    await part("train").press("Enter");
    await says("trained", /of the 13 cells/i);
    expect(await part("beside").textContent()).toContain("could do with these examples: 100.0 %");
    expect(await part("in-lab").getAttribute("href")).toContain("split.examples=0,1,2");
    await part("learned").locator("svg [data-mark=table]").waitFor();

    await part("undo").press("Enter");
    expect(await part("trial").isVisible()).toBe(false);
    await page.locator("smallest-lesson:not([data-solved])").waitFor();
    expect(problems).toEqual([]);
    await leave();
  });
});
