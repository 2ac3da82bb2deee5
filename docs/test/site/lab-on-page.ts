import type { Locator, Page } from "playwright";
import type { LiveRecord, RunState } from "../../src/live/live-run.ts";

interface LabElement extends HTMLElement {
  readonly records: readonly (LiveRecord & { readonly state: RunState })[];
}

/** The laboratory, as its reader works it. */
export class LabOnPage {
  readonly #page: Page;
  readonly #lab: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#lab = page.locator("grok-lab");
  }

  records(): Promise<LabElement["records"]> {
    return this.#lab.evaluate((lab) => (lab as LabElement).records);
  }

  async press(part: "main" | "step" | "rewind"): Promise<void> {
    await this.part(part).press("Enter");
  }

  /** Sets a knob, and leaves it. */
  async set(name: string, value: string): Promise<void> {
    const field = this.#lab.locator(`form [name="${name}"]`);
    await field.fill(value);
    await field.blur();
  }

  async preset(name: string): Promise<void> {
    const option = this.#lab.locator(`option[data-preset="${name}"]`);
    await this.part("presets").selectOption((await option.getAttribute("value")) as string);
  }

  /** Chooses one of a knob's options, whether its group is unfolded or not. */
  async choose(name: string, option: string): Promise<void> {
    const field = this.#lab.locator(`form [name="${name}"]`);
    await field.evaluate((select, value) => {
      (select as HTMLSelectElement).value = value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
    }, option);
  }

  async full(): Promise<void> {
    await this.#lab.locator("[name=lab-speed][value=fast]").check();
  }

  /** Waits until every run has ended. @throws Error with what the page says if one cannot train */
  async finished(): Promise<LabElement["records"]> {
    await this.#page.waitForFunction(
      (lab) =>
        (lab as LabElement).records.every(
          ({ state }) => state === "finished" || state === "failed",
        ),
      await this.#lab.elementHandle(),
    );
    const records = await this.records();
    if (records.some(({ state }) => state === "failed"))
      throw new Error(await this.text("outcome"));
    return records;
  }

  /** Waits until so many rows of every run are measured. @throws Error with what the page says if it cannot be */
  async measured(rows = 1): Promise<LabElement["records"]> {
    await this.#page.waitForFunction(
      ({ lab, rows }) => {
        const { records } = lab as LabElement;
        const main = lab!.querySelector("[data-part=main]") as HTMLButtonElement;
        const failed = main.disabled || records.some(({ state }) => state === "failed");
        return failed || records.every(({ metrics }) => metrics.length >= rows);
      },
      { lab: await this.#lab.elementHandle(), rows },
    );
    const records = await this.records();
    if (records.some(({ metrics }) => metrics.length < rows))
      throw new Error(`${await this.text("verdict")} ${await this.text("outcome")}`);
    return records;
  }

  async text(part: string): Promise<string> {
    return (await this.part(part).first().textContent()) ?? "";
  }

  part(name: string): Locator {
    return this.#lab.locator(`[data-part="${name}"]`);
  }
}
