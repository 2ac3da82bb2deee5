import type { MetricRow } from "@grokscape/trainer";
import type { Locator, Page } from "playwright";
import type { LiveRecord } from "../../src/live/live-run.ts";

interface DemoElement extends HTMLElement {
  readonly record: LiveRecord;
  readonly busy: boolean;
}

/** The demo of a page, as its reader works it: with the keyboard. */
export class GrokDemoOnPage {
  readonly #demo: Locator;

  constructor(page: Page) {
    this.#demo = page.locator("grok-demo");
  }

  state(): Promise<string | null> {
    return this.#demo.getAttribute("data-state");
  }

  /** @throws Error if it is not in that state in time */
  async reaches(state: string): Promise<void> {
    await this.#demo.and(this.#demo.page().locator(`[data-state=${state}]`)).waitFor();
  }

  record(): Promise<LiveRecord> {
    return this.#demo.evaluate((demo) => (demo as DemoElement).record);
  }

  /** What a part of it says. */
  async text(part: string): Promise<string> {
    return (await this.#part(part).textContent()) ?? "";
  }

  async press(part: "main" | "reset"): Promise<void> {
    await this.#part(part).press("Enter");
  }

  /**
   * The first losses on train and test examples, once there are so many.
   *
   * @throws Error with what the page says, if it cannot train
   */
  async losses(count: number): Promise<number[][]> {
    const handle = await this.#demo.elementHandle();
    await this.#demo.page().waitForFunction(
      ({ demo, count }) => {
        const { record, dataset } = demo as DemoElement;
        return record.metrics.length >= count || dataset.state === "failed";
      },
      { demo: handle, count },
    );
    if ((await this.state()) === "failed") throw new Error(await this.text("measured"));
    const { metrics } = await this.record();
    return metrics.slice(0, count).map((row: MetricRow) => [row.trainLoss, row.testLoss]);
  }

  /** Waits until nothing is under way any more. */
  async rests(): Promise<void> {
    const handle = await this.#demo.elementHandle();
    await this.#demo.page().waitForFunction((demo) => !(demo as DemoElement).busy, handle);
  }

  /** Waits until those who listen are told something that contains these words. */
  async announces(words: string): Promise<void> {
    await this.#part("live").filter({ hasText: words }).waitFor({ state: "attached" });
  }

  /** Waits until a part says these words. */
  async says(part: string, words: string): Promise<void> {
    await this.#part(part).filter({ hasText: words }).waitFor();
  }

  /** Waits until a part no longer says what it said. */
  async saysOtherThan(part: string, before: string): Promise<void> {
    await this.#part(part).filter({ hasNotText: before }).waitFor();
  }

  /** Waits until the curve has these words. */
  async draws(words: string): Promise<void> {
    await this.#part("curve").filter({ hasText: words }).waitFor();
  }

  #part(name: string): Locator {
    return this.#demo.locator(`[data-part=${name}]`);
  }
}
