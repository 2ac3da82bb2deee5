import { readFileSync } from "node:fs";
import { decodeSafetensors } from "@grokscape/trainer";
import { settingsWords } from "@grokscape/trainer/settings";
import { expect, test } from "vitest";
import { labPresets, ownPresets } from "../../src/lab/presets.ts";
import { labWords } from "../../src/lab/words/index.ts";
import { claimNamed } from "../../src/site/claims.ts";
import { LabOnPage } from "./lab-on-page.ts";
import { describeInBrowser } from "./site-in-browser.ts";

describeInBrowser("the laboratory", (here) => {
  test.concurrent("it trains what its address says, and remembers it there", async () => {
    const { page, problems, leave } = await here().visit("/en/lab/#compare=1&b.decay=0&steps=800");
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
    expect((await lab.measured()).map(({ metrics }) => metrics.length)).toEqual([1, 1]);

    await lab.set("seed", "7");
    expect(new URL(page.url()).hash).toContain("seed=7");
    await lab.set("task", "tea:3");
    await lab.part("verdict").filter({ hasText: "There is no such task." }).waitFor();
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("other networks: suited settings come along, and their nodes are seen", async () => {
    const locale = "zh-cn";
    const { page, problems, leave } = await here().visit(`/${locale}/lab/`);
    const lab = new LabOnPage(page);
    const heads = page.locator("[data-knob='model.heads']");
    await lab.choose("model.kind", "transformer");
    await page.locator("[data-group=network] summary").press("Enter");
    expect(await heads.isVisible()).toBe(true);
    expect(await page.locator("form [name=loss]").inputValue()).toBe("cross-entropy");
    await lab.part("verdict").first().and(page.locator("[data-outcome='']")).waitFor();
    await page.locator("[data-part=first] [data-part=nodes] summary").press("Enter");
    await lab.press("step");
    await page
      .locator("[data-part=first] [data-part=waves] svg [data-mark^=first]")
      .first()
      .waitFor();
    await lab.set("model.heads", "3");
    const warning = settingsWords[locale].setting["model.heads"].contradicts?.["model.width"];
    await page.locator("[data-part=warning-list] li", { hasText: warning }).waitFor();
    expect(await lab.part("main").isDisabled()).toBe(true);
    expect(await lab.text("verdict")).toBe(labWords[locale].impossible);

    await lab.preset("complex");
    expect(await heads.isVisible()).toBe(false);
    await lab.full();
    await lab.press("main");
    const [run] = await lab.finished();
    expect(run!.generalisedAt).toBeGreaterThan(run!.memorisedAt!);
    await page
      .locator("[data-part=first] [data-part=waves] svg text", { hasText: /k = \d/ })
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("the paper's Figure 3 begins in a tab, its nodes are seen", async () => {
    const { page, problems, leave } = await here().visit("/en/lab/");
    const lab = new LabOnPage(page);
    await lab.preset("tian-fig3");
    await page.locator("[data-part=first] [data-part=nodes] summary").press("Enter");
    await lab.full();
    await lab.press("main");
    const [run] = await lab.measured(10);
    const [first] = run!.metrics;
    expect(run!.metrics[9]!.trainLoss).toBeLessThan(first!.trainLoss);
    await page
      .locator("[data-part=first] [data-part=waves] svg [data-mark^=first]")
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("presets of every kind train", async () => {
    const { page, problems, leave } = await here().visit("/en/lab/");
    const lab = new LabOnPage(page);
    // one large transformer stands for the others
    const alike = ["nanda-2023", "grokfast"];
    const names = [...ownPresets.keys(), ...labPresets.map(({ name }) => name)];
    for (const name of names.filter((name) => !alike.includes(name))) {
      await lab.preset(name);
      await lab.press("step");
      await lab.measured();
    }
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("a task of each family that it suggests trains, and others of the same families", async () => {
    const { page, problems, leave } = await here().visit("/en/lab/");
    const lab = new LabOnPage(page);
    const suggested = await page
      .locator("#lab-tasks option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(suggested.length).toBeGreaterThan(20);
    const familyOf = (task: string) => task.split(":")[0];
    const oneOfEach = new Map(suggested.map((task) => [familyOf(task), task]));
    for (const task of [...oneOfEach.values(), "parity:6,2", "noise:0.1,3:small:21,1"]) {
      await lab.set("task", task);
      await lab.press("step");
      await lab.measured();
    }
    expect(problems).toEqual([]);
    await leave();
  });

  test.concurrent("a number that cannot be leaves no forecast standing, and says so in sight", async () => {
    const { page, leave } = await here().visit("/en/lab/", {
      viewport: { width: 390, height: 844 },
    });
    const lab = new LabOnPage(page);
    await lab.part("main").and(page.locator(":enabled")).waitFor();
    await lab.set("optimiser.learningRate", "-1");
    await lab.part("warning-list").getByText(labWords.en.unreadable).waitFor();
    expect(await lab.text("verdict")).toBe(labWords.en.unreadable);
    expect(await lab.text("expected")).toBe("");
    const start = lab.part("main");
    expect(await start.isDisabled()).toBe(true);
    const background = () => start.evaluate((button) => getComputedStyle(button).backgroundColor);
    const disabled = await background();
    // wherever the reader is among the settings, Start and what is wrong are on the screen
    const bottom = async (part: string) => {
      const box = await lab.part(part).boundingBox();
      return box!.y + box!.height;
    };
    for (const part of ["main", "warnings"]) {
      expect(await bottom(part)).toBeGreaterThan(0);
      expect(await bottom(part)).toBeLessThan(844);
    }
    await lab.set("optimiser.learningRate", "0.003");
    await lab.part("main").and(page.locator(":enabled")).waitFor();
    expect(await background()).not.toBe(disabled);
    await page.locator("form [name=steps]").scrollIntoViewIfNeeded();
    expect(await bottom("main")).toBeLessThan(844);
    await leave();
  });

  test.concurrent("settings outside of what was measured get no verdict", async () => {
    const { page, leave } = await here().visit("/en/lab/");
    const lab = new LabOnPage(page);
    const verdict = lab.part("verdict").first();
    for (const name of ["gromov-2023", "frobenius"]) {
      await lab.preset(name);
      await verdict.getByText(labWords.en.predicted.unknown).waitFor();
      await lab.preset("first");
      await verdict.getByText(labWords.en.predicted.generalises).waitFor();
    }
    await lab.set("optimiser.learningRate", "10");
    await verdict.getByText(labWords.en.predicted.unknown).waitFor();
    await leave();
  });

  test.concurrent("without a clipboard the link is shown and marked; another language keeps the settings, and what a teacher has locked", async () => {
    const { page, leave } = await here().visit("/en/lab/#seed=7&only=seed,tea");
    const lab = new LabOnPage(page);
    await lab.part("locked").getByText("tea").waitFor();
    await page.evaluate(() =>
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }),
    );
    await page.locator("[data-take=link]").press("Enter");
    await lab.part("taken").getByText(page.url()).waitFor();
    expect(await page.evaluate(() => `${getSelection()}`)).toBe(page.url());
    expect(await lab.text("taken")).not.toContain(labWords.en.copied);
    await page.locator("a.language").press("Enter");
    await page.waitForURL(/zh-cn\/lab\/#seed=7&only=seed$/);
    expect(await page.locator("form [name=seed]").inputValue()).toBe("7");
    await lab.part("locked").waitFor();
    expect(await page.locator("form [name]:enabled:not([name=lab-which])").count()).toBe(1);
    expect(await page.locator("form [name=seed]").isEnabled()).toBe(true);
    await leave();
  });

  test.concurrent("it says what will go wrong", async () => {
    const { page, leave } = await here().visit("/en/lab/");
    const lab = new LabOnPage(page);
    expect(await lab.part("warnings").isVisible()).toBe(false);
    await lab.preset("careless");
    await lab.part("warnings").waitFor();
    expect(await lab.text("warning-list")).toContain("Without weight decay");
    // a browser without a graphics card: the switch says so, and is off
    const card = page.locator("card-switch");
    await card.locator("input").evaluate((box) => (box as HTMLInputElement).click());
    await card.getByText("the processor trains").waitFor();
    expect(await card.locator("input").isChecked()).toBe(false);

    const heads = page.locator("[data-knob='model.heads']");
    const momentum = page.locator("[data-knob='optimiser.beta2']");
    expect(await momentum.isVisible()).toBe(false);
    await lab.part("find").fill("beta2");
    await momentum.waitFor();
    expect(await page.locator("form [name=steps]").isVisible()).toBe(false);
    await lab.part("find").fill("heads");
    await lab.part("found").getByText("would do nothing").waitFor();
    expect(await heads.isVisible()).toBe(false);
    await lab.part("find").fill("");
    expect(await momentum.isVisible()).toBe(false);
    expect(await page.locator("form [name=steps]").isVisible()).toBe(true);

    await lab.part("compare").check();
    expect(await lab.text("differs")).toBe(labWords.en.alike);
    await lab.set("seed", "7");
    await lab.part("differs").getByText("Unlike run A: Seed 7 instead of 1.").waitFor();
    await leave();
  });
});

const isolated = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
describeInBrowser(
  "the laboratory, isolated from other origins",
  (here) => {
    test("shares a run's work between threads", async () => {
      const { page, problems, leave } = await here().visit("/zh-cn/lab/");
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      const lab = new LabOnPage(page);
      await lab.preset("tian-fig3");
      await lab.press("step");
      expect((await lab.measured())[0]!.metrics.length).toBe(1);
      expect(problems).toEqual([]);
      await leave();
    });
  },
  isolated,
);
