import type { Locator, Page } from "playwright";
import type { GradientRow, LiveRecord, MessageRow } from "../../src/live/live-run.ts";

interface ClaimElement extends HTMLElement {
  readonly record: LiveRecord;
  readonly busy: boolean;
  readonly gradients: readonly GradientRow[];
  readonly messages: readonly MessageRow[];
}

/** A claim that can be run again in a page. */
export class ClaimOnPage {
  readonly figure: Locator;

  /** @param which the first, the second … on the page */
  constructor(page: Page, which = 0) {
    this.figure = page.locator("claim-run").nth(which);
  }

  async press(): Promise<void> {
    await this.figure.locator("[data-part=main]").press("Enter");
  }

  async choose(index: number): Promise<void> {
    await this.figure.locator(`[data-part=variants] input[value="${index}"]`).check();
  }

  state(): Promise<string | null> {
    return this.figure.getAttribute("data-state");
  }

  async finished(): Promise<LiveRecord> {
    await this.figure.and(this.figure.page().locator("[data-state=finished]")).waitFor();
    return this.record();
  }

  /** Waits until so many rows are measured. */
  async reaches(rows: number): Promise<void> {
    const handle = await this.figure.elementHandle();
    await this.figure
      .page()
      .waitForFunction(
        ({ figure, rows }) => (figure as ClaimElement).record.metrics.length >= rows,
        { figure: handle, rows },
      );
  }

  /** Waits until nothing is under way any more. */
  async rests(): Promise<void> {
    const handle = await this.figure.elementHandle();
    await this.figure.page().waitForFunction((figure) => !(figure as ClaimElement).busy, handle);
  }

  record(): Promise<LiveRecord> {
    return this.figure.evaluate((figure) => (figure as ClaimElement).record);
  }

  gradients(): Promise<readonly GradientRow[]> {
    return this.figure.evaluate((figure) => (figure as ClaimElement).gradients);
  }

  messages(): Promise<readonly MessageRow[]> {
    return this.figure.evaluate((figure) => (figure as ClaimElement).messages);
  }

  /** What the table says came out here. */
  async here(index: number): Promise<string | null> {
    return this.figure.locator(`[data-here="${index}"]`).textContent();
  }
}
